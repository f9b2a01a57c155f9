using TorchSharp;
using XttsSaas.Tests.Golden;
using XttsSaas.Training.Data;
using XttsSaas.Training.Model;
using XttsSaas.Xtts.Signal;

namespace XttsSaas.Training.Tests.Model;

public sealed class DvaeEncoderGoldenTests
{
    [Fact]
    public void Encode_ReferencesMel_GivesTheReferencesCodes()
    {
        using var golden = GoldenPack.Case("dvae");
        using var weights = GoldenModel.DvaeEncoder();
        using var mel = torch.tensor(golden.Input("mel"), golden.InputShape("mel").ToArray());

        var codes = new DvaeEncoder(weights).Encode(mel);

        Assert.Equal(golden.OutputIds("codes"), codes.Cast<long>().Select(code => (int)code));
    }

    [Fact]
    public void TrainingBatch_ReferencesRecordings_GivesTheReferencesCodesMelsAndLosses()
    {
        using var golden = GoldenPack.Case("train_batch_tiny");
        float[][] audio = [Recording("train_0_22050.wav"), Recording("train_1_24000.wav")];
        Assert.Equal(golden.OutputIds("wav_lengths"), audio.Select(samples => samples.Length));
        var prompts = audio.Select(samples => PromptSegment.ForValidation(samples.Length)).ToArray();
        Assert.Equal(golden.OutputIds("cond_idxs"), prompts.SelectMany(range => new[] { range.Start, range.End }));
        using var scope = torch.NewDisposeScope();

        // The reference encodes the padded rows of the whole batch.
        var longest = audio.Max(samples => samples.Length);
        using var dvae = GoldenModel.DvaeEncoder();
        var codec = new AudioCodec(new DvaeEncoder(dvae), GoldenModel.MelStats);
        var codes = audio.Select(samples => codec.Encode(Padded(samples, longest))).ToArray();
        Assert.Equal(golden.OutputIds("audio_codes"), codes.SelectMany(row => row));

        var mels = audio.Zip(prompts, (samples, range) =>
            FrontEnds.Style(Padded(samples.AsSpan(range.Start, range.Length), PromptSegment.PaddedLength), GoldenModel.MelStats)).ToArray();
        var mel = torch.tensor([.. mels.SelectMany(row => row.Values)], [2, mels[0].Mels, mels[0].Frames]); // [2, 80, 517]
        golden.AssertClose("cond_mels_every8th_frame", mel.slice(2, 0, mel.shape[2], 8).ToHostArray());

        using var weights = GoldenModel.Gpt();
        var model = new XttsGpt(weights, GoldenModel.Dimensions, dropout: 0);
        var batch = new GptBatch(
            GoldenModel.Rows(golden.OutputIds("text_inputs"), golden.OutputIds("text_lengths")),
            codes, golden.OutputIds("wav_lengths"), mel, prompts);
        AssertLosses(golden, model.Forward(batch), "");
        AssertLosses(golden, model.Forward(batch with { PromptRanges = null }), "_evalstep");
    }

    private static void AssertLosses(GoldenCase golden, GptOutput output, string suffix)
    {
        golden.AssertClose("loss_text" + suffix, [output.LossText.item<float>()]);
        golden.AssertClose("loss_mel" + suffix, [output.LossAudio.item<float>()]);
    }

    private static float[] Recording(string file)
    {
        var wave = WaveFile.Read(GoldenPack.PathOf(file));
        return Array.ConvertAll(Resampler.Resample(wave.Samples, wave.SampleRate, 22_050), sample => Math.Clamp(sample, -1, 1));
    }

    private static float[] Padded(ReadOnlySpan<float> samples, int length)
    {
        var padded = new float[length];
        samples.CopyTo(padded);
        return padded;
    }
}
