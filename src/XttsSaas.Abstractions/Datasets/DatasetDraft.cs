namespace XttsSaas.Abstractions.Datasets;

[GenerateSerializer, Immutable, Alias("DatasetDraft")]
public sealed record DatasetDraft(string Name, string Language);
