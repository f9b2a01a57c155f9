namespace XttsSaas.Abstractions.Training;

/// <summary>What to train: a dataset's build (0: the newest) for a voice, with these settings.</summary>
[GenerateSerializer, Immutable, Alias("TrainingRequest")]
public sealed record TrainingRequest(
    string Name,
    VoiceId Voice,
    DatasetId Dataset,
    int Build,
    TrainingSettings Settings);
