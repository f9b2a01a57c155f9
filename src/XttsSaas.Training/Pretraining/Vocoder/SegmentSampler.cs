using XttsSaas.Xtts.Weights;
using XttsSaas.Training.Data;
using XttsSaas.Training.Protocol;
using XttsSaas.Training.Runs;
using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining.Vocoder;

/// <summary>
/// Random segments. Running the GPT over whole clips for a few codes of each would cost more than the vocoder itself, so a chunk of clips
/// serves <see cref="VocoderStageConfig.ChunkSteps"/> steps. The segments of a step follow from the seed and the step's number.
/// </summary>
public sealed class SegmentSampler(IVocoderClips clips, VocoderStageConfig config, SegmentGeometry geometry, Device device)
{
    private long number = -1;
    private IReadOnlyList<VocoderClip> chunk = [];

    /// <summary>The segments of step <paramref name="step"/>, counted from 1.</summary>
    /// <exception cref="TrainingException">No clip of the chunk is as long as a segment.</exception>
    public SegmentBatch At(int step)
    {
        Load((step - 1) / config.ChunkSteps);
        var segments = new (VocoderClip, int)[config.BatchSize];
        for (var row = 0; row < segments.Length; row++)
            segments[row] = Draw(new SeededStream(config.Seed, "segment", ((long)step * config.BatchSize) + row));
        return SegmentBatch.Cut(segments, config.SegmentCodes, geometry, device);
    }

    private void Load(long wanted)
    {
        if (wanted == number)
            return;
        chunk = [.. clips.Training(wanted).Where(clip => Places(clip) > 0)];
        number = wanted;
        if (chunk.Count == 0)
            throw new TrainingException(WorkerCodes.EmptyDataset, $"No clip has the {config.SegmentCodes} codes of a segment; lower segmentCodes.");
    }

    // Every place in the chunk is equally likely, so long clips are heard more often.
    private (VocoderClip Clip, int First) Draw(SeededStream random)
    {
        var place = random.NextInt(0, chunk.Sum(Places) - 1);
        var index = 0;
        for (; place >= Places(chunk[index]); index++)
            place -= Places(chunk[index]);
        return (chunk[index], place);
    }

    private int Places(VocoderClip clip) => geometry.Codes(clip) - config.SegmentCodes + 1;
}
