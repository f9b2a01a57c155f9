namespace XttsSaas.Abstractions.Datasets;

/// <summary>
/// An immutable LJSpeech folder made from the accepted segments, numbered from 1.
/// <paramref name="Folder"/> is relative to the model store's root.
/// </summary>
[GenerateSerializer, Immutable, Alias("DatasetBuild")]
public sealed record DatasetBuild(
    int Number,
    string Folder,
    int Clips,
    int TrainClips,
    int ValidationClips,
    double Seconds,
    DateTimeOffset CreatedAt);
