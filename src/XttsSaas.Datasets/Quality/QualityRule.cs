namespace XttsSaas.Datasets.Quality;

/// <summary>What can be wrong with a clip.</summary>
public enum QualityRule
{
    TooShort,
    TooLong,
    Clipping,
    Silence,
    LowSignalToNoise,
    EmptyText,
    SpeakingRate,
    DuplicateText,
    LowConfidence,
}
