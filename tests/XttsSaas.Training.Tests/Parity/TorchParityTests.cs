using TorchSharp;
using XttsSaas.Tests.Golden;
using XttsSaas.Training.Parity;
using XttsSaas.Xtts;
using XttsSaas.Xtts.Parity;

namespace XttsSaas.Training.Tests.Parity;

/// <summary>The reference's numbers, within the pack's own tolerances.</summary>
public sealed class TorchParityTests
{
    /// <summary>Score processors other than the repetition penalty belong to sampling, streams to synthesis.</summary>
    private static readonly string[] NotAnswered = ["proc1_", "proc2_", "proc3_", "proc4_", "proc5_", "alt_", "stream"];

    [Theory]
    [InlineData("cond_encoder_tiny")]
    [InlineData("cond_latents_chunked_tiny")]
    [InlineData("speaker_encoder")]
    [InlineData("speaker_encoder_short")]
    [InlineData("hifigan_tiny")]
    [InlineData("dvae")]
    [InlineData("gpt_debug_tiny")]
    [InlineData("gpt_infer_tiny")]
    [InlineData("gpt_infer_tiny_b")]
    [InlineData("gpt_train_masked_tiny")]
    [InlineData("gpt_train_unmasked_tiny")]
    [InlineData("adamw_3steps_lr1e-3_tiny")]
    [InlineData("adamw_3steps_lr1e-3_clip1_tiny")]
    [InlineData("adamw_3steps_lr5e-6_tiny")]
    public void Compute_Case_GivesTheReferencesNumbers(string name) => AssertAnswered(ParityPack.Load(GoldenPack.Folder), name);

    [Theory]
    [InlineData("cond_latents_full")]
    [InlineData("gpt_infer_full")]
    [InlineData("hifigan_full")]
    [InlineData("e2e_full")]
    public void Compute_FullSizeCase_GivesTheReferencesNumbers(string name)
    {
        FullSize.SkipWithoutMemory();
        AssertAnswered(ParityPack.Load(GoldenPack.Folder), name);
    }

    [Theory]
    [InlineData("e2e_eos_tiny", "text_tokens", "ref_24k.wav")]
    [InlineData("train_batch_tiny", "text_inputs", "train_0_22050.wav", "train_1_24000.wav", "train_2_22050.wav")]
    public void Compute_CaseThatStartsFromText_GivesTheReferencesNumbers(string name, string ids, params string[] recordings)
    {
        using var pack = new SpelledPack(name, ids, recordings);
        AssertAnswered(pack.Load(), name);
    }

    [Fact]
    public void Compute_TrainingCaseBetweenTwoOthers_LeavesTheWeightsAsTheyWere()
    {
        var pack = ParityPack.Load(GoldenPack.Folder);
        using var engine = new TorchParity(torch.CPU);
        using var test = Open(pack, "gpt_debug_tiny");
        using var training = Open(pack, "gpt_train_masked_tiny");

        var before = engine.Compute(test);
        engine.Compute(training);
        var after = engine.Compute(test);

        Assert.Equal(before.SelectMany(output => output.Values!), after.SelectMany(output => output.Values!));
    }

    [Fact]
    public void Compute_TextWithoutVocabulary_SaysWhatIsMissing()
    {
        using var engine = new TorchParity(torch.CPU);
        using var test = Open(ParityPack.Load(GoldenPack.Folder), "train_batch_tiny");
        Assert.Contains("vocab", Assert.Throws<ModelFormatException>(() => engine.Compute(test)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compute_UnknownKind_IsRefused()
    {
        using var engine = new TorchParity(torch.CPU);
        using var test = Open(ParityPack.Load(GoldenPack.Folder), "handle_chunks");
        Assert.Contains("handle_chunks", Assert.Throws<ArgumentException>(() => engine.Compute(test)).Message, StringComparison.Ordinal);
    }

    private static void AssertAnswered(ParityPack pack, string name)
    {
        using var engine = new TorchParity(torch.CPU);
        using var test = Open(pack, name);

        var outputs = engine.Compute(test);

        Assert.All(outputs, output => Assert.Null(ParityComparison.Compare(test, output).Fault));
        Assert.Empty(test.Outputs.Keys
            .Where(output => !NotAnswered.Any(start => output.StartsWith(start, StringComparison.Ordinal)))
            .Except(outputs.Select(output => output.Name)));
    }

    private static ParityCase Open(ParityPack pack, string name) => pack.Open(pack.Entries.Single(entry => entry.Name == name));
}
