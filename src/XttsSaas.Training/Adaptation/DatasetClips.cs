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
    private const int ValidationClips = 24;
    private readonly TrainingData data;
    private readonly int chunkClips;
    private readonly long seed;
    private readonly TeacherForcing forcing;
    private readonly VoiceReference[] voices;
    private IReadOnlyList<VocoderClip>? validation;

    public DatasetClips(TrainingData data, Checkpoint model, int chunkClips, long seed, Device device)
    {
        (this.data, this.chunkClips, this.seed) = (data, chunkClips, seed);
        forcing = new TeacherForcing(model, device);
        using var maker = new VoiceReferenceMaker(model, device);
        voices = [.. data.Training.OrderByDescending(clip => clip.Samples).ThenBy(clip => clip.Name, StringComparer.Ordinal).Take(MaxVoices)
            .Select(clip => maker.Make(Recording(clip)))];
    }

    public IReadOnlyList<VocoderClip> Training(long number)
    {
        var random = new SeededStream(seed, "vocoder-chunk", number);
        return Make(data.Training.Count <= chunkClips ? data.Training : [.. Enumerable.Range(0, chunkClips).Select(_ => data.Training[random.NextInt(0, data.Training.Count - 1)])], random);
    }

    public IReadOnlyList<VocoderClip> Validation() =>
        validation ??= Make([.. data.Validation.Take(ValidationClips)], new SeededStream(seed, "vocoder-validation"));

    public void Dispose() => forcing.Dispose();

    private List<VocoderClip> Make(IReadOnlyList<TrainingClip> clips, SeededStream random)
    {
        var made = new List<VocoderClip>(clips.Count);
        foreach (var batch in clips.OrderBy(clip => clip.Samples).Chunk(TeacherForcing.BatchClips))
            made.AddRange(forcing.Run([.. batch.Select(clip => new ForcedClip(clip.TextIds, clip.Codes, Recording(clip), voices[random.NextInt(0, voices.Length - 1)]))]));
        return made;
    }

    private static float[] Recording(TrainingClip clip) => WaveFile.Read(clip.Path).Samples;
}
