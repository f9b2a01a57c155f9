using XttsSaas.Xtts.Corpus;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Datasets.Synthetic.Planning;

/// <summary>How often each speaker of training gets a turn.</summary>
internal static class SpeakerTurns
{
    /// <summary>Shares of the turns, where a corpus has such speakers; the rest is for the others.</summary>
    private const double CrowdShare = 0.6, LeadShare = 0.16;

    /// <summary>Without a crowd or leads, every speaker once in their order; with them, a mixed order in which speakers come as often as is their share.</summary>
    /// <param name="leads">Ids.</param>
    public static IReadOnlyList<CorpusSpeaker> Of(IReadOnlyList<CorpusSpeaker> speakers, IReadOnlyList<string> leads, long seed)
    {
        var kinds = speakers.ToLookup(speaker => leads.Contains(speaker.Id) ? Kind.Lead : IsCrowd(speaker) ? Kind.Crowd : Kind.Other);
        var (crowd, lead, others) = (kinds[Kind.Crowd].Count(), kinds[Kind.Lead].Count(), kinds[Kind.Other].Count());
        if (crowd + lead == 0)
            return speakers;
        var (crowdShare, leadShare) = (crowd > 0 ? CrowdShare : 0, lead > 0 ? LeadShare : 0);
        // Turns in all, such that the rarest kind of speaker has about one.
        var total = Math.Max(crowd > 0 ? crowd / crowdShare : 0, others / (1 - crowdShare - leadShare));
        CorpusSpeaker[] turns =
        [
            .. Repeated(kinds[Kind.Crowd], crowdShare * total / Math.Max(1, crowd)),
            .. Repeated(kinds[Kind.Lead], leadShare * total / Math.Max(1, lead)),
            .. Repeated(kinds[Kind.Other], (1 - crowdShare - leadShare) * total / Math.Max(1, others)),
        ];
        return [.. new SeededStream(seed, "turns").Permutation(turns.Length).Select(place => turns[place])];
    }

    private static bool IsCrowd(CorpusSpeaker speaker) => speaker.Id.StartsWith('c');

    private static IEnumerable<CorpusSpeaker> Repeated(IEnumerable<CorpusSpeaker> speakers, double times) =>
        speakers.SelectMany(speaker => Enumerable.Repeat(speaker, Math.Max(1, (int)Math.Round(times))));

    private enum Kind
    {
        Crowd,
        Lead,
        Other,
    }
}
