namespace XttsSaas.Training.Pretraining.Speaker;

/// <summary>What the similarities of all pairs of clips say about telling speakers apart.</summary>
internal sealed class VerificationTrials
{
    private const double Chance = 0.5;

    /// <param name="speakers">Who speaks each clip.</param>
    /// <param name="similarities">[clips, clips], row-major and symmetric; larger is more alike.</param>
    public VerificationTrials(string[] speakers, float[] similarities)
    {
        var count = speakers.Length;
        var pairs = new List<(float Similarity, bool Same)>(count * (count - 1) / 2);
        var right = 0;
        for (var i = 0; i < count; i++)
        {
            var row = i * count;
            for (var j = i + 1; j < count; j++)
                pairs.Add((similarities[row + j], speakers[i] == speakers[j]));
            var nearest = Enumerable.Range(0, count).Where(j => j != i).MaxBy(j => similarities[row + j]);
            right += speakers[nearest] == speakers[i] ? 1 : 0;
        }

        NearestOfSameSpeaker = right / (double)count;
        EqualErrorRate = ErrorRate(pairs);
    }

    /// <summary>Share of clips whose nearest other clip is of the same speaker.</summary>
    public double NearestOfSameSpeaker { get; }

    /// <summary>The error rate at the threshold where as large a share of pairs of one speaker is refused as of pairs of two is taken; one half without pairs of both kinds.</summary>
    public double EqualErrorRate { get; }

    private static double ErrorRate(List<(float Similarity, bool Same)> pairs)
    {
        var (same, different) = (pairs.Count(pair => pair.Same), pairs.Count(pair => !pair.Same));
        if (same == 0 || different == 0)
            return Chance;
        var (accepted, taken) = (0, 0);
        foreach (var pair in pairs.OrderByDescending(pair => pair.Similarity))
        {
            (accepted, taken) = pair.Same ? (accepted + 1, taken) : (accepted, taken + 1);
            var (refusedShare, takenShare) = (1 - (accepted / (double)same), taken / (double)different);
            if (takenShare >= refusedShare)
                return (takenShare + refusedShare) / 2;
        }

        return 1;
    }
}
