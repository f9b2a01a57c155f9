namespace XttsSaas.Training.Pretraining;

/// <summary>Training from scratch as a file: the corpus, the model's sizes, and the stages in their order.</summary>
public sealed record Recipe
{
    /// <summary>Name of the model that comes out.</summary>
    public required string Model { get; init; }

    /// <summary>Folder of the corpus.</summary>
    public required string Corpus { get; init; }

    /// <summary>Folder of the run: one folder per stage, and <c>final/</c>, the finished model.</summary>
    public required string Output { get; init; }

    /// <summary>Checkpoint folder to start from; null starts from weights drawn from <see cref="Seed"/>.</summary>
    public string? Start { get; init; }

    public ulong Seed { get; init; } = 1;

    public required IReadOnlyList<StageConfig> Stages { get; init; }
}
