namespace XttsSaas.Training.Model;

/// <summary>
/// Inputs and targets of a batch for teacher forcing, row-major on the host.
/// <para>
/// Text: start, ids, stop, zero padding; each clip is scored on its ids and one stop.
/// Audio: start, codes, stops; L = ceil(samples / 1024) + 3 and each clip is scored on its codes and four stops, as in the
/// reference. Keys beyond a clip's own length are masked, targets beyond it are <see cref="Ignored"/>.
/// </para>
/// </summary>
public sealed class AlignedSequences
{
    /// <summary>A target that the loss leaves out.</summary>
    public const int Ignored = -1;

    // The reference divides sample positions by the perceiver's compression, not by the 1,024 samples of a code.
    private const int PromptCompression = 256;
    private const int ExtraStops = 3;

    private AlignedSequences(int batch, int textLength, int audioLength)
    {
        Batch = batch;
        TextLength = textLength;
        AudioLength = audioLength;
        TextInputs = new long[batch * textLength];
        TextTargets = new long[batch * textLength];
        MaskedText = new bool[batch * textLength];
        AudioInputs = new long[batch * audioLength];
        AudioTargets = new long[batch * audioLength];
        MaskedAudio = new bool[batch * audioLength];
    }

    public int Batch { get; }

    /// <summary>Positions per row of text: the longest text, start and stop.</summary>
    public int TextLength { get; }

    /// <summary>Positions per row of audio: the longest L and two.</summary>
    public int AudioLength { get; }

    public long[] TextInputs { get; }

    public long[] TextTargets { get; }

    public bool[] MaskedText { get; }

    public long[] AudioInputs { get; }

    public long[] AudioTargets { get; }

    public bool[] MaskedAudio { get; }

    /// <summary>Targets that the losses average over.</summary>
    public int ScoredText => TextTargets.Count(target => target != Ignored);

    /// <inheritdoc cref="ScoredText"/>
    public int ScoredAudio => AudioTargets.Count(target => target != Ignored);

    /// <summary>Aligns <paramref name="batch"/>.</summary>
    public static AlignedSequences Of(GptBatch batch, GptDimensions dimensions)
    {
        var codeLengths = batch.WaveLengths.Select(samples => CodeCount(samples, dimensions.SamplesPerCode)).ToArray();
        var longestText = batch.TextIds.Max(ids => ids.Length);
        var longestAudio = codeLengths.Max() + ExtraStops;
        Require("text", longestText + 2, dimensions.TextPositions);
        Require("audio", longestAudio + 2, dimensions.AudioPositions);

        var aligned = new AlignedSequences(batch.Size, longestText + 2, longestAudio + 2);
        for (var row = 0; row < batch.Size; row++)
        {
            aligned.AlignText(row, batch.TextIds[row], dimensions);
            aligned.AlignAudio(row, batch.Codes[row], batch.InputCodes?[row] ?? batch.Codes[row], codeLengths[row], dimensions);
        }

        if (batch.PromptRanges is { } ranges)
            aligned.IgnorePrompt(batch.Size - 1, ranges[batch.Size - 1]);
        return aligned;
    }

    /// <summary>Codes that cover <paramref name="samples"/> samples.</summary>
    public static int CodeCount(int samples, int samplesPerCode) => (samples + samplesPerCode - 1) / samplesPerCode;

    private void AlignText(int row, int[] ids, GptDimensions dimensions)
    {
        var at = row * TextLength;
        for (var position = 0; position < TextLength; position++)
        {
            // Padding and stop are both 0 in the official vocabulary; the padding beyond the stop is masked anyway.
            TextInputs[at + position] = position == 0 ? dimensions.StartText
                : position <= ids.Length ? ids[position - 1] : dimensions.StopText;
            TextTargets[at + position] = position < ids.Length ? ids[position]
                : position == ids.Length ? dimensions.StopText : Ignored;
            MaskedText[at + position] = position > ids.Length;
        }
    }

    private void AlignAudio(int row, int[] codes, int[] inputs, int codeLength, GptDimensions dimensions)
    {
        var at = row * AudioLength;
        var ownLength = codeLength + ExtraStops;
        for (var position = 0; position < AudioLength; position++)
        {
            AudioInputs[at + position] = position == 0 ? dimensions.StartAudio : CodeOrStop(inputs, position - 1);
            AudioTargets[at + position] = position <= ownLength ? CodeOrStop(codes, position) : Ignored;
            MaskedAudio[at + position] = position > ownLength;
        }

        // A clip that gave fewer codes than its length promises is continued with code 0, as zero padding does.
        long CodeOrStop(int[] from, int index) =>
            index >= codeLength ? dimensions.StopAudio : index < from.Length ? from[index] : 0;
    }

    private void IgnorePrompt(int row, SampleRange prompt)
    {
        var first = Math.Min(prompt.Start / PromptCompression, AudioLength);
        var end = Math.Min(prompt.End / PromptCompression, AudioLength);
        AudioTargets.AsSpan((row * AudioLength) + first, Math.Max(0, end - first)).Fill(Ignored);
    }

    private static void Require(string what, int positions, int available)
    {
        if (positions > available)
            throw new ArgumentException($"The batch needs {positions} {what} positions, the model has {available}: a clip is too long.");
    }
}
