using XttsSaas.Training.Configuration;
using XttsSaas.Training.Protocol;
using XttsSaas.Xtts.Signal;

namespace XttsSaas.Training.Data;

/// <summary>Turns metadata rows into clips that can be trained on; a row that breaks a rule is dropped by name, with its reason.</summary>
/// <param name="folder">Where the recordings are.</param>
/// <param name="limits">Lengths that are accepted.</param>
/// <param name="tokenise">Transcript to token ids, language tag included.</param>
/// <param name="unusableIds">Ids that must not come from a transcript: the unknown token and the stop token.</param>
/// <param name="encode">Recording (path, samples) to audio codes.</param>
public sealed class ClipLoader(
    LjSpeechFolder folder,
    ClipLimits limits,
    Func<string, int[]> tokenise,
    IReadOnlySet<int> unusableIds,
    Func<string, float[], int[]> encode)
{
    /// <summary>Samples per second that a data set must have.</summary>
    public const int SampleRate = 22_050;

    private readonly List<DroppedClip> dropped = [];

    /// <summary>What was dropped so far.</summary>
    public IReadOnlyList<DroppedClip> Dropped => dropped;

    /// <summary>The usable clips of <paramref name="rows"/>, in order.</summary>
    public IReadOnlyList<TrainingClip> Load(IEnumerable<MetadataRow> rows, CancellationToken cancellation)
    {
        var clips = new List<TrainingClip>();
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                clips.Add(Load(row));
            }
            catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                dropped.Add(new DroppedClip(row.Name, exception.Message));
            }
        }

        return clips;
    }

    private TrainingClip Load(MetadataRow row)
    {
        var path = folder.WavePath(row.Name) ?? throw new InvalidDataException("its name is not a plain file name");
        var ids = Tokenise(row.Text);
        if (!File.Exists(path))
            throw new InvalidDataException("its recording is missing from wavs/");
        var wave = WaveFile.Read(path);
        Check(wave);
        return new TrainingClip(row.Name, path, row.Text, ids, wave.Samples.Length, encode(path, wave.Samples));
    }

    private int[] Tokenise(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new InvalidDataException("its transcript is blank");
        var ids = tokenise(text);
        if (ids.Any(unusableIds.Contains))
            throw new InvalidDataException("its transcript has characters that the model's vocabulary lacks");
        if (ids.Length > limits.MaxTextTokens)
            throw new InvalidDataException($"its transcript has {ids.Length} tokens, more than {limits.MaxTextTokens}");
        return ids;
    }

    private void Check(WaveFile wave)
    {
        if (wave.SampleRate != SampleRate)
            throw new InvalidDataException($"its sample rate is {wave.SampleRate} Hz instead of {SampleRate} Hz");
        var seconds = wave.Samples.Length / (double)SampleRate;
        if (seconds < limits.MinSeconds)
            throw new InvalidDataException(FormattableString.Invariant($"it lasts {seconds:F2} s, less than {limits.MinSeconds} s"));
        if (wave.Samples.Length > limits.MaxSamples)
            throw new InvalidDataException(FormattableString.Invariant($"it lasts {seconds:F2} s, more than {limits.MaxSamples / (double)SampleRate:F2} s"));
        var bad = Array.FindIndex(wave.Samples, sample => !float.IsFinite(sample));
        if (bad >= 0)
            throw new InvalidDataException($"its sample {bad} is not a finite number");
    }
}
