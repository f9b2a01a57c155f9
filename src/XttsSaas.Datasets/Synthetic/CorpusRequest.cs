using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using XttsSaas.Datasets.Synthetic.Espeak;
using XttsSaas.Datasets.Synthetic.Planning;
using XttsSaas.Datasets.Synthetic.Speakers;

namespace XttsSaas.Datasets.Synthetic;

/// <summary>What a corpus is to be. Equal requests on equal sentences give equal bytes.</summary>
/// <param name="Hours">Spoken time of the training part.</param>
/// <param name="Speakers">Speakers of training; <see cref="SpeakerCast.Unseen"/> more are added for the tests of cloning.</param>
/// <param name="Languages">Codes, each once.</param>
/// <param name="SentenceFolder">Files LANGUAGE.txt; nothing for the sentences that the program brings along.</param>
public sealed record CorpusRequest(double Hours, int Speakers, IReadOnlyList<string> Languages, long Seed, string? SentenceFolder)
{
    /// <summary>Folder of word lists, one per language; null makes texts of random words from the sentences' own words.</summary>
    public string? WordFolder { get; init; }

    /// <summary>Speakers of training with a few clips each (<see cref="SpeakerCast.Crowd"/>), who share most of the time.</summary>
    public int Crowd { get; init; }

    /// <summary>Ids of speakers who say much more than the others: those whose voices are to come with a model.</summary>
    public IReadOnlyList<string> Leads { get; init; } = [];

    private const double MostHours = 10_000;

    /// <exception cref="CorpusException">The request cannot be met; the message names every fault.</exception>
    public void Check()
    {
        var faults = new List<string>();
        if (Hours is not (> 0 and <= MostHours))
            faults.Add($"hours is {Hours.ToString(CultureInfo.InvariantCulture)}; must be more than 0 and at most {MostHours}");
        if (Speakers < 1 || Speakers > SpeakerCast.MostTraining)
            faults.Add($"speakers is {Speakers}; must be 1 to {SpeakerCast.MostTraining}");
        if (Crowd is < 0 or > SpeakerCast.MostCrowd)
            faults.Add($"crowd is {Crowd}; must be 0 to {SpeakerCast.MostCrowd}");
        faults.AddRange(Leads.Where(id => !IsSpeaker(id)).Select(id => $"'{id}' is no speaker of training; there are {SpeakerCast.IdOf(0)} to {SpeakerCast.IdOf(Math.Max(1, Speakers) - 1)}"));
        if (Leads.Distinct().Count() < Leads.Count)
            faults.Add("a lead is named twice");
        if (Languages.Count == 0)
            faults.Add("no language is named");
        faults.AddRange(Languages.Except(EspeakLanguages.All).Select(language => $"'{language}' is no language of the corpus; there are {string.Join(", ", EspeakLanguages.All)}"));
        if (Languages.Distinct().Count() < Languages.Count)
            faults.Add("a language is named twice");
        if (faults.Count > 0)
            throw new CorpusException(CorpusFault.WrongRequest, $"The corpus cannot be built: {string.Join("; ", faults)}.");
    }

    /// <summary>One line that is equal for equal corpora: the request, the sentences and the synthesizer.</summary>
    internal string Fingerprint(IReadOnlyList<LanguageTexts> texts)
    {
        var parts = texts.SelectMany(text => text.Training.Append("").Concat(text.Validation).Append("").Concat(text.Test).Append("").Concat(text.Words).Prepend(text.Language));
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
        var others = (Crowd > 0 ? FormattableString.Invariant($", crowd {Crowd}") : "") + (Leads.Count > 0 ? $", leads {string.Join(' ', Leads)}" : "");
        return FormattableString.Invariant(
            $"espeak-ng {EspeakVoice.Version}, {Hours} hours, {Speakers} speakers{others}, languages {string.Join(' ', Languages)}, seed {Seed}, sentences {digest}");
    }

    private bool IsSpeaker(string id) => Enumerable.Range(0, Math.Max(0, Speakers)).Any(place => SpeakerCast.IdOf(place) == id);
}
