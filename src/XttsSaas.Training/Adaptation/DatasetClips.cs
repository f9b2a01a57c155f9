using XttsSaas.Training.Data;
using XttsSaas.Training.Pretraining.Vocoder;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Signal;
using XttsSaas.Xtts.Weights;
using static TorchSharp.torch;

namespace XttsSaas.Training.Adaptation;

/// <summary>The clips of a data set as a vocoder learns from them: each with the hidden states of the trained GPT, in the voice of another clip.</summary>
internal sealed class DatasetClips : IVocoderClips
{
    private const int MaxVoices = 8;
    private readonly IReadOnlyList<TrainingClip> clips;
    private readonly int chunkClips;
    private readonly long seed;
    private readonly TeacherForcing forcing;
    private readonly VoiceReference[] voices;

    public DatasetClips(IReadOnlyList<TrainingClip> clips, Checkpoint model, int chunkClips, long seed, Device device)
    {
        (this.clips, this.chunkClips, this.seed) = (clips, chunkClips, seed);
        forcing = new TeacherForcing(model, device);
        using var maker = new VoiceReferenceMaker(model, device);
        voices = [.. clips.OrderByDescending(clip => clip.Samples).ThenBy(clip => clip.Name, StringComparer.Ordinal).Take(MaxVoices)
            .Select(clip => maker.Make(Recording(clip)))];
    }

    public IReadOnlyList<VocoderClip> Training(long number)
    {
        var random = new SeededStream(seed, "vocoder-chunk", number);
        var chosen = clips.Count <= chunkClips ? clips : [.. Enumerable.Range(0, chunkClips).Select(_ => clips[random.NextInt(0, clips.Count - 1)])];
        return forcing.Run(
            chosen, clip => clip.Samples, clip => new ForcedClip(clip.TextIds, clip.Codes, Recording(clip), voices[random.NextInt(0, voices.Length - 1)]));
    }

    /// <summary>None: the outcome is judged by its sound.</summary>
    public IReadOnlyList<VocoderClip> Validation() => [];

    public void Dispose() => forcing.Dispose();

    private static float[] Recording(TrainingClip clip) => WaveFile.Read(clip.Path).Samples;
}
