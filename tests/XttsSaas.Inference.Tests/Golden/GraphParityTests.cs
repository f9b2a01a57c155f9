using XttsSaas.Inference.Engine;
using XttsSaas.Inference.Graphs;
using XttsSaas.Inference.Sampling;
using XttsSaas.Tests.Golden;

namespace XttsSaas.Inference.Tests.Golden;

/// <summary>Every exported graph against the reference's numbers, within the pack's own tolerances.</summary>
public sealed class GraphParityTests(TinyModel tiny) : IClassFixture<TinyModel>
{
    private static readonly SamplingOptions Greedy = new(DoSample: false, RepetitionPenalty: 1);

    [Fact]
    public void Conditioning_GoldenMel_GivesTheReferencesLatents()
    {
        using var golden = GoldenPack.Case("cond_encoder_tiny");
        var latents = tiny.Conditioning.Run(ConditioningGraph.Latents, (ConditioningGraph.Mel, golden.Input("mel"), golden.InputShape("mel").ToArray()));
        golden.AssertClose("perceiver", latents);
    }

    [Theory]
    [InlineData(30, 3)]
    [InlineData(6, 6)]
    [InlineData(5, 2)]
    [InlineData(12, 4)]
    public void GptLatents_GoldenAudioInChunks_GivesTheReferencesMean(int total, int chunk)
    {
        using var golden = GoldenPack.Case("cond_latents_chunked_tiny");
        golden.AssertClose($"len{total}_chunk{chunk}", Voices().GptLatents(golden.Input("wav22k"), total, chunk));
    }

    [Fact]
    public void SpeakerEmbedding_GoldenAudio_GivesTheReferencesVector()
    {
        using var golden = GoldenPack.Case("speaker_encoder_short");
        golden.AssertClose("embedding", Voices().SpeakerEmbedding(golden.Input("wav22k")));
    }

    [Fact]
    public void Vocoder_GoldenLatents_GivesTheReferencesWaveform()
    {
        using var golden = GoldenPack.Case("hifigan_tiny");
        var conditioning = new ConditioningLatents([], golden.Input("speaker_embedding"));
        golden.AssertClose("wav", tiny.Engine.Decode(golden.Input("latents"), conditioning, 1));
    }

    [Theory]
    [InlineData("gpt_infer_tiny")]
    [InlineData("gpt_infer_tiny_b")]
    public void Conditioning_GptCases_GiveTheReferencesVoice(string name)
    {
        using var golden = GoldenPack.Case(name);
        var voice = tiny.Engine.ComputeConditioning([golden.Input("wav22k")], new ConditioningOptions(6, 6, 30, false));
        golden.AssertClose("gpt_cond_latents", voice.GptLatents);
        golden.AssertClose("speaker_embedding", voice.SpeakerEmbedding);
    }

    [Theory]
    [InlineData("gpt_infer_tiny", "greedy_codes", 1)]
    [InlineData("gpt_infer_tiny", "greedy_codes_rep10", 10)]
    [InlineData("gpt_infer_tiny", "greedy_codes_rep5", 5)]
    [InlineData("gpt_infer_tiny", "greedy_codes_rep2", 2)]
    [InlineData("gpt_infer_tiny_b", "greedy_codes", 1)]
    [InlineData("gpt_infer_tiny_b", "greedy_codes_rep10", 10)]
    [InlineData("gpt_infer_tiny_b", "greedy_codes_rep5", 5)]
    [InlineData("gpt_infer_tiny_b", "greedy_codes_rep2", 2)]
    public void Generate_Greedy_GivesTheReferencesCodes(string name, string output, double penalty)
    {
        using var golden = GoldenPack.Case(name);
        var expected = golden.OutputIds(output);
        var codes = Generate(golden, Greedy with { RepetitionPenalty = penalty }, expected.Length);
        Assert.Equal(expected, codes.Codes);
    }

    [Theory]
    [InlineData("gpt_infer_tiny")]
    [InlineData("gpt_infer_tiny_b")]
    public void Generate_HiddenStatesOfTheSinglePass_AreTheReferencesSecondPass(string name)
    {
        using var golden = GoldenPack.Case(name);
        golden.AssertClose("gpt_latents", Generate(golden, Greedy, golden.OutputIds("greedy_codes").Length).Hidden);
    }

    [Fact]
    public void Step_PrefillAndTwentySteps_GiveTheReferencesScores()
    {
        using var golden = GoldenPack.Case("gpt_infer_tiny");
        var (args, codes) = (tiny.Engine.Config.ModelArgs, golden.OutputIds("greedy_codes"));
        var prefix = Generator().Prefix(golden.Output("gpt_cond_latents"), golden.InputIds("text_tokens"));
        golden.AssertClose("prefix_emb_last", prefix.AsSpan()[^(5 * args.GptNModelChannels)..^args.GptNModelChannels]);
        using var session = new GptSession(tiny.Gpt, args);
        var hidden = new float[args.GptNModelChannels];
        golden.AssertClose("first_logits", session.Step(prefix, hidden));
        float[] scores = [];
        for (var step = 1; step <= 20; step++)
        {
            var embedding = new float[args.GptNModelChannels];
            tiny.Tables.Code(codes[step - 1], step, embedding);
            scores = session.Step(embedding, hidden);
        }
        golden.AssertClose("logits_step20", scores);
    }

    [Fact]
    public void Generate_ModelThatStops_GivesTheReferencesCodesAndAudio()
    {
        using var golden = GoldenPack.Case("e2e_eos_tiny");
        var voice = tiny.Engine.ComputeConditioning([WaveFile.ReadAt22050(GoldenPack.PathOf("ref_24k.wav"))], new ConditioningOptions(6, 6, 30, false));
        golden.AssertClose("gpt_cond_latents", voice.GptLatents);
        golden.AssertClose("speaker_embedding", voice.SpeakerEmbedding);
        var codes = tiny.Engine.Generate(voice, golden.OutputIds("text_tokens"), Greedy with { RepetitionPenalty = 10 }, 60, 0, TestContext.Current.CancellationToken);
        Assert.Equal(golden.OutputIds("codes"), codes.Codes);
        Assert.True(codes.Stopped);
        golden.AssertClose("gpt_latents", codes.Hidden);
        golden.AssertClose("wav", tiny.Engine.Decode(codes.Hidden, voice, 1));
    }

    [Theory]
    [InlineData("wav", 1)]
    [InlineData("wav_speed", 1.25)]
    public void Decode_SixtyLatents_GivesTheReferencesAudioAtEitherSpeed(string output, double speed)
    {
        using var golden = GoldenPack.Case("e2e_tiny");
        var voice = new ConditioningLatents(golden.Output("gpt_cond_latents"), golden.Output("speaker_embedding"));
        golden.AssertClose(output, tiny.Engine.Decode(golden.Output("gpt_latents"), voice, speed));
    }

    private GeneratedCodes Generate(GoldenCase golden, SamplingOptions sampling, int maxCodes)
    {
        var voice = new ConditioningLatents(golden.Output("gpt_cond_latents"), golden.Output("speaker_embedding"));
        return tiny.Engine.Generate(voice, golden.InputIds("text_tokens"), sampling, maxCodes, 0, TestContext.Current.CancellationToken);
    }

    private VoiceEncoder Voices() => new(tiny.Conditioning, tiny.SpeakerEncoder, tiny.Tables, tiny.Engine.Config.ModelArgs);

    private CodeGenerator Generator() => new(tiny.Gpt, tiny.Tables, tiny.Engine.Config.ModelArgs, 261, 0, TimeProvider.System);
}
