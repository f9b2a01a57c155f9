namespace XttsSaas.Xtts.Judging;

/// <summary>An utterance against its own speaker's reference and those of other speakers.</summary>
/// <param name="Own">Likeness to the own reference.</param>
/// <param name="Others">Mean likeness to the others; null where there is no other.</param>
/// <param name="OwnNearest">Whether the own reference is the most alike of all.</param>
public sealed record SpeakerComparison(double Own, double? Others, bool OwnNearest)
{
    /// <param name="likeness">Of the utterance to every reference; more is more alike.</param>
    /// <param name="own">Which reference is the speaker's.</param>
    public static SpeakerComparison Of(IReadOnlyList<double> likeness, int own)
    {
        ArgumentNullException.ThrowIfNull(likeness);
        var others = likeness.Where((_, speaker) => speaker != own).ToList();
        return new SpeakerComparison(likeness[own], others.Count > 0 ? others.Average() : null, others.TrueForAll(other => other < likeness[own]));
    }
}
