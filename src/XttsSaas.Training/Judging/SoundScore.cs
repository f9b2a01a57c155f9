namespace XttsSaas.Training.Judging;

/// <summary>How a model sounds on sentences that it was not trained on, beside the recordings of them.</summary>
public sealed record SoundScore
{
    /// <summary>How many sentences were spoken.</summary>
    public required int Sentences { get; init; }

    /// <summary>
    /// Share that ended by itself, is nearer to the recording of its own sentence than to every other, and is picked by the recogniser
    /// where that picks the recording too.
    /// </summary>
    public required double Understood { get; init; }

    /// <summary>Share that the recogniser picks, of those whose recording it picks; null where it knows none of them.</summary>
    public double? Recognised { get; init; }

    /// <summary>Share that is nearest to the recording of its own sentence.</summary>
    public required double Retrieval { get; init; }

    /// <summary>Mean cosine of the speaker embeddings of the sentences and of the reference clips.</summary>
    public required double Similarity { get; init; }

    /// <summary>The same with the voices that came with the base model; null where it came without.</summary>
    public double? SimilarityToOthers { get; init; }

    /// <summary>Mean mel-cepstral distortion against the recordings, dB.</summary>
    public required double MelCepstralDistortion { get; init; }

    /// <summary>Mean length over the recording's.</summary>
    public required double LengthRatio { get; init; }

    /// <summary>Share of the frames voiced in both whose pitch is within a semitone; null without such frames.</summary>
    public double? PitchWithinSemitone { get; init; }

    /// <summary>Audio codes over characters of text.</summary>
    public required double CodesPerCharacter { get; init; }

    /// <summary>Sentences that the limit of codes ended.</summary>
    public required int StopFailures { get; init; }

    /// <summary>The one number that checkpoints are ranked by: understood + similarity - distortion / 10 dB.</summary>
    public double Value => Understood + Similarity - (MelCepstralDistortion / 10);
}
