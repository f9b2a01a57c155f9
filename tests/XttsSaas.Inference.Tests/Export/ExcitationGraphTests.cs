using XttsSaas.Inference.Engine;
using XttsSaas.Inference.Export;
using XttsSaas.Inference.Graphs;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Signal;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Inference.Tests.Export;

public sealed class ExcitationGraphTests : IDisposable
{
    private const int Frames = 150; // longer than the noise's period
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xtts-excitation-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(-0.25f)]
    public void Run_Pitch_BecomesTheExcitationThatTrainingMakesOfIt(float shift)
    {
        var checkpoint = Path.Combine(_folder.FullName, "seeded");
        CheckpointWriter.Write(checkpoint, BaseModels.SeededMini(1));
        var export = Path.Combine(_folder.FullName, "export");
        OnnxExporter.Export(checkpoint, export, withProbes: true);
        using var vocoder = new OnnxModel(Path.Combine(export, ExportFiles.Probed(ExportFiles.Vocoder)), new EngineOptions());
        var args = Arguments(export);
        var latents = new float[args.DecoderInputDim * Frames];
        WeightFormula.Fill(latents, "latents", 0, 2);
        var speaker = new float[args.DVectorDim];
        WeightFormula.Fill(speaker, "speaker", 0, 1);
        (string, float[], long[])[] inputs = [(VocoderGraph.Latents, latents, [1, args.DecoderInputDim, Frames]), (VocoderGraph.Speaker, speaker, [1, args.DVectorDim, 1]), (VocoderGraph.PitchShift, [shift], [1])];

        var read = vocoder.Run("pitch", inputs); // [2, frames]
        var excitation = vocoder.Run("excitation", inputs); // [2, samples]

        float[] pitch = [.. Enumerable.Range(0, Frames).Select(frame => read[Frames + frame] > 0 ? Octaves(read[frame] + shift) : 0)];
        Assert.InRange(pitch.Count(octaves => octaves > 0), 1, Frames - 1);
        var expected = Excitation.Of(pitch, args.OutputHopLength, args.OutputSampleRate);
        Assert.Equal(expected.Length, excitation.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], excitation[i], 5e-2); // a pulse is 11 high and a few samples wide
    }

    private static float Octaves(float read) =>
        Math.Clamp(read + Excitation.PitchOrigin, MathF.Log2(Excitation.LowestPitch), MathF.Log2(Excitation.HighestPitch));

    private static Xtts.Configuration.XttsModelArgs Arguments(string export) =>
        Xtts.Configuration.XttsConfig.Load(Path.Combine(export, CheckpointFiles.Config)).ModelArgs;
}
