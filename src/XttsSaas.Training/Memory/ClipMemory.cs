using XttsSaas.Training.Data;
using XttsSaas.Xtts.Configuration;

namespace XttsSaas.Training.Memory;

/// <summary>Estimates what one clip costs while it is trained on: what the forward pass keeps for the backward pass, in float32.</summary>
internal static class ClipMemory
{
    private const int BytesPerValue = 4;

    // Per position and channel of a GPT-2 block: two norms, q k v and their copies by head, the mixed heads, two projections,
    // two dropouts with their masks, the residual sums, and three tensors of the fourfold width.
    private const int ValuesPerPosition = 30;

    // Per query and key of a head: scores, masked scores, softmax, dropout and its mask.
    private const int ValuesPerPair = 5;

    // Per position and channel of a conditioning block, which has no feed-forward part.
    private const int ConditioningValuesPerPosition = 14;

    // Logits, their log-softmax and their gradient.
    private const int CopiesOfLogits = 3;
    private const int ExtraAudioPositions = 5;
    private const int HopLength = 256;

    /// <summary>Bytes of a clip as long as the longest text and the longest audio of <paramref name="clips"/>.</summary>
    public static long Of(XttsConfig model, IReadOnlyList<TrainingClip> clips)
    {
        var (args, parts) = (model.ModelArgs, model.Architecture);
        long text = clips.Max(clip => clip.TextIds.Length) + 2;
        long audio = clips.Max(clip => clip.Codes.Length) + ExtraAudioPositions;
        long frames = 1 + (PromptSegment.PaddedLength / HopLength);
        long channels = args.GptNModelChannels;
        var positions = parts.Perceiver.NumLatents + text + audio;
        var values =
            (args.GptLayers * ((ValuesPerPosition * positions * channels) + (ValuesPerPair * args.GptNHeads * positions * positions)))
            + (parts.Conditioning.Blocks * ((ConditioningValuesPerPosition * frames * channels) + (ValuesPerPair * args.GptNHeads * frames * frames)))
            + (parts.Perceiver.Depth * 4 * (frames + parts.Perceiver.NumLatents) * channels)
            + (CopiesOfLogits * ((audio * args.GptNumAudioTokens) + (text * args.GptNumberTextTokens)));
        return values * BytesPerValue;
    }
}
