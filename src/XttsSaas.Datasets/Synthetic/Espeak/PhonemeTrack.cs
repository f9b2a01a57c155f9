using System.Text;
using XttsSaas.Xtts.Corpus;

namespace XttsSaas.Datasets.Synthetic.Espeak;

/// <summary>Collects the beginnings of phonemes and makes spans of them.</summary>
internal sealed class PhonemeTrack
{
    /// <summary>What is above -20 dB of the whole sound is no pause.</summary>
    private const double HeardShare = 0.1;

    private readonly List<(string Symbol, int Start, int Letter)> _starts = [];

    /// <param name="name">The synthesizer's name of the phoneme, perhaps with stress marks; empty for a pause.</param>
    /// <param name="start">Its first sample.</param>
    /// <param name="letter">Where its word begins in the text, counted from 0.</param>
    public void Add(ReadOnlySpan<byte> name, int start, int letter)
    {
        var text = Encoding.UTF8.GetString(name);
        // A name in brackets tells of a change of language, which is not heard.
        if (!text.StartsWith('('))
            _starts.Add((Plain(text), start, letter));
    }

    /// <param name="samples">The whole sound; the last span ends with it.</param>
    public List<PhonemeSpan> Spans(ReadOnlySpan<short> samples)
    {
        var heard = HeardShare * Level(samples);
        var spans = new List<PhonemeSpan>(_starts.Count);
        int? glide = null;
        for (var i = 0; i < _starts.Count; i++)
        {
            var (symbol, start, letter) = _starts[i];
            var end = Math.Min(i + 1 < _starts.Count ? _starts[i + 1].Start : samples.Length, samples.Length);
            start = Math.Min(Math.Max(start, spans is [.., var before] ? before.End : 0), samples.Length);
            if (end <= start)
                continue;
            if (symbol == PhonemeSpan.Pause && Level(samples[start..end]) > heard)
            {
                // A glide into the next sound has no name in IPA either, but it is no pause.
                glide ??= start;
                continue;
            }
            if (symbol == PhonemeSpan.Pause && spans is [.., { Symbol: PhonemeSpan.Pause } pause])
                spans[^1] = pause with { End = end };
            else
                spans.Add(new PhonemeSpan(symbol, symbol == PhonemeSpan.Pause ? start : glide ?? start, end, letter));
            glide = null;
        }
        return spans;
    }

    /// <summary>RMS of 16-bit samples.</summary>
    private static double Level(ReadOnlySpan<short> samples)
    {
        var energy = 0.0;
        foreach (var sample in samples)
            energy += (double)sample * sample;
        return Math.Sqrt(energy / Math.Max(1, samples.Length));
    }

    private static string Plain(string name)
    {
        // Stress marks, ties and joiners; a replacement character is the rest of a symbol that the event had no room for.
        var plain = string.Concat(name.Where(letter => letter is not ('ˈ' or 'ˌ' or '\u0361' or '\u200d' or '\ufffd' or '\'' or ',')));
        return plain.Length == 0 || plain.StartsWith('_') ? PhonemeSpan.Pause : plain;
    }
}
