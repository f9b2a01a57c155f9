using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace XttsSaas.Xtts.Parity;

/// <summary>
/// The settings of a case that a manifest gives only in words, read by pattern: <c>text='…'</c>, <c>lang=en</c>, <c>cond len 12 chunk 4</c>,
/// <c>lr=0.001</c>. A note that refers to another case ("as e2e_tiny but …") inherits what it does not say itself.
/// </summary>
public sealed partial class ParityNotes
{
    private readonly string _words;
    private readonly ParityNotes? _base;

    internal ParityNotes(ParityPack pack, string words)
    {
        _words = words;
        var named = Reference().Matches(words).Select(match => match.Groups[1].Value).ToList();
        if (pack.Entries.FirstOrDefault(entry => named.Contains(entry.Name)) is { } other)
            _base = new ParityNotes(pack, Reference().Replace(other.Notes ?? "", ""));
    }

    /// <summary>The text to be spoken.</summary>
    public string? Text => Find(Quoted());

    /// <summary>The language of <see cref="Text"/>; English where the notes say nothing.</summary>
    public string Language => Find(LanguageCode()) ?? "en";

    /// <summary>Name of the reference recording.</summary>
    public string? Recording => Find(WaveName());

    /// <summary>Recordings of a training batch, in order.</summary>
    public IReadOnlyList<string> Recordings => [.. WaveNames().Matches(_words).Select(match => match.Value)];

    /// <summary>Texts of a training batch, in the order of <see cref="Recordings"/>.</summary>
    public IReadOnlyList<string> Texts => TextList().Match(_words) is { Success: true } match ? JsonSerializer.Deserialize<string[]>(match.Value)! : [];

    /// <summary>Seconds of reference audio used in all, and per chunk.</summary>
    public (int Total, int Chunk)? Conditioning => Match(ConditioningLengths()) is { } match
        ? (int.Parse(match.Groups["total"].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups["chunk"].Value, CultureInfo.InvariantCulture))
        : null;

    /// <summary>Seconds of each reference recording used at most.</summary>
    public int MaxReferenceSeconds => (int)(Number(MaxReference()) ?? 30);

    /// <summary>Codes that a generation may have at most; null where only the model limits it.</summary>
    public int? MaxCodes => (int?)Number(CodeLimit());

    /// <summary>Greedy codes made before the step whose scores go through the score processors.</summary>
    public int? CodesBeforeProcessors => (int?)Number(GreedyCodes());

    public double? RepetitionPenalty => Number(Penalty());

    public double? Speed => Number(SpeedFactor());

    /// <summary>Samples over which consecutive chunks are crossfaded, where the notes tell it without a stream's name.</summary>
    public int? Overlap => (int?)Number(OverlapSamples());

    public double? LearningRate => Number(Rate());

    public double? WeightDecay => Number(Decay());

    /// <summary>The norm that gradients are clipped to; null where the notes say none.</summary>
    public double? GradientClip => Number(Clip());

    /// <summary>Codes per chunk and overlap in samples of the streaming output called <paramref name="stream"/>, and whether it is sped up.</summary>
    public (int Chunk, int Overlap, bool WithSpeed)? Stream(string stream)
    {
        var pattern = new Regex(Regex.Escape(stream) + @"(?:_\*)?: (?:inference_stream\(stream_chunk_size=|chunk )(\d+), overlap (\d+)(, with the speed)?", RegexOptions.CultureInvariant);
        return Match(pattern) is { } match
            ? (int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture), match.Groups[3].Success)
            : null;
    }

    private Match? Match(Regex pattern) => pattern.Match(_words) is { Success: true } match ? match : _base?.Match(pattern);

    private string? Find(Regex pattern) => Match(pattern)?.Groups[1].Value;

    private double? Number(Regex pattern) => Find(pattern) is { } found ? double.Parse(found, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"\bas (\w+)")]
    private static partial Regex Reference();

    [GeneratedRegex(@"text=(?:'(?<text>.*?)'|""(?<text>.*?)"")(?=[;,\s]|$)")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\blang=([\w-]+)")]
    private static partial Regex LanguageCode();

    [GeneratedRegex(@"reference (?:wav = )?([\w.-]+\.wav)")]
    private static partial Regex WaveName();

    [GeneratedRegex(@"[\w.-]+\.wav")]
    private static partial Regex WaveNames();

    [GeneratedRegex(@"\[""(?:[^\]\\]|\\.)*\]")]
    private static partial Regex TextList();

    [GeneratedRegex(@"cond len(?:gth)?[ =](?<total>\d+) chunk[ =](?<chunk>\d+)|\(length=(?<total>\d+), chunk_length=(?<chunk>\d+)\)")]
    private static partial Regex ConditioningLengths();

    [GeneratedRegex(@"max_ref (\d+)")]
    private static partial Regex MaxReference();

    [GeneratedRegex(@"(?:\bmax|at most) (\d+) (?:new )?codes")]
    private static partial Regex CodeLimit();

    [GeneratedRegex(@"after (\d+) greedy codes")]
    private static partial Regex GreedyCodes();

    [GeneratedRegex(@"repetition penalty (\d+(?:\.\d+)?)")]
    private static partial Regex Penalty();

    [GeneratedRegex(@"speed (\d+(?:\.\d+)?)")]
    private static partial Regex SpeedFactor();

    [GeneratedRegex(@"overlap (\d+)")]
    private static partial Regex OverlapSamples();

    [GeneratedRegex(@"\blr=(\d[\d.e+-]*\d|\d)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"weight decay (\d+(?:\.\d+)?)")]
    private static partial Regex Decay();

    [GeneratedRegex(@"grad clip (\d+(?:\.\d+)?)")]
    private static partial Regex Clip();
}
