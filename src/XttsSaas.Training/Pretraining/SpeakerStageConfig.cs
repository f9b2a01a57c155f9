namespace XttsSaas.Training.Pretraining;

/// <summary>Training of the speaker encoder: tell speakers apart by the angle to one direction each (additive margin).</summary>
public sealed record SpeakerStageConfig : StageConfig
{
    /// <summary>Seconds of the shortest training segment; the longest has twice as many. All segments of a step are as long.</summary>
    public double SegmentSeconds { get; init; } = 1.6;

    /// <summary>Clips per training speaker that are kept in memory as mels.</summary>
    public int ClipsPerSpeaker { get; init; } = 40;

    /// <summary>Clips that a validation measures: so many of the training speakers, and so many of the unseen ones.</summary>
    public int ValidationClips { get; init; } = 200;

    /// <summary>Scale of the cosines before the softmax.</summary>
    public double Scale { get; init; } = 24;

    /// <summary>How much larger than the others' the cosine of the right speaker must be.</summary>
    public double Margin { get; init; } = 0.2;

    /// <summary>Every segment is made up to so many decibels louder or quieter.</summary>
    public double LevelDecibels { get; init; } = 6;
}
