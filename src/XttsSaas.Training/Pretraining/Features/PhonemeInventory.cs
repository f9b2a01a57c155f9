using XttsSaas.Xtts.Corpus;

namespace XttsSaas.Training.Pretraining.Features;

/// <summary>The phonemes of a corpus, numbered from 1 in ordinal order; 0 is silence and anything that training never showed.</summary>
public sealed class PhonemeInventory
{
    private readonly Dictionary<string, byte> numbers;

    public PhonemeInventory(IEnumerable<CorpusClip> clips)
    {
        var symbols = clips.SelectMany(clip => clip.Phonemes).Select(span => span.Symbol).Where(symbol => symbol != PhonemeSpan.Pause)
            .GroupBy(symbol => symbol, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Take(byte.MaxValue).Select(group => group.Key).Order(StringComparer.Ordinal);
        numbers = symbols.Select((symbol, i) => (symbol, i)).ToDictionary(entry => entry.symbol, entry => (byte)(entry.i + 1), StringComparer.Ordinal);
    }

    /// <summary>How many classes there are, silence included.</summary>
    public int Count => numbers.Count + 1;

    /// <summary>The phoneme in the middle of each of <paramref name="codes"/> codes of <paramref name="clip"/>.</summary>
    public byte[] PerCode(CorpusClip clip, int codes, int samplesPerCode)
    {
        var result = new byte[codes];
        foreach (var span in clip.Phonemes)
        {
            var number = numbers.GetValueOrDefault(span.Symbol);
            var first = (int)Math.Ceiling(((double)span.Start / samplesPerCode) - 0.5);
            var end = (int)Math.Ceiling(((double)span.End / samplesPerCode) - 0.5);
            for (var code = Math.Max(0, first); code < Math.Min(codes, end); code++)
                result[code] = number;
        }

        return result;
    }
}
