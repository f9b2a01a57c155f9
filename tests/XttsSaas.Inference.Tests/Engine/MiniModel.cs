using XttsSaas.Inference.Engine;
using XttsSaas.Inference.Export;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Inference.Tests.Engine;

/// <summary>A model of the size of xtts-mini with weights from a seed, which never stops by itself, exported and loaded.</summary>
public sealed class MiniModel : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xtts-mini-");

    public MiniModel()
    {
        Checkpoint = Path.Combine(_folder.FullName, BaseModels.MiniName);
        CheckpointWriter.Write(Checkpoint, BaseModels.SeededMini(1));
        Folder = Path.Combine(_folder.FullName, "export");
        OnnxExporter.Export(Checkpoint, Folder);
        Engine = XttsEngine.Load(Folder);
        Voice = Engine.ComputeConditioning([Tone(3, 220), Tone(2, 180)]);
    }

    public string Checkpoint { get; }

    public string Folder { get; }

    public XttsEngine Engine { get; }

    public ConditioningLatents Voice { get; }

    /// <summary>A buzzing tone with a slow swell, mono at 22,050 Hz.</summary>
    public static float[] Tone(double seconds, double hertz)
    {
        var samples = new float[(int)(seconds * 22050)];
        for (var i = 0; i < samples.Length; i++)
        {
            var t = i / 22050.0;
            var swell = 0.5 + (0.5 * Math.Sin(2 * Math.PI * 3 * t));
            for (var harmonic = 1; harmonic <= 8; harmonic++)
                samples[i] += (float)(0.1 * swell / harmonic * Math.Sin(2 * Math.PI * hertz * harmonic * t));
        }
        return samples;
    }

    public void Dispose()
    {
        Engine.Dispose();
        _folder.Delete(recursive: true);
    }
}
