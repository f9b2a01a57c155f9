using XttsSaas.Abstractions.Training;

namespace XttsSaas.Web.Portal;

/// <summary>What a new training run needs.</summary>
public sealed class TrainingForm
{
    private static readonly TrainingSettings Defaults = new();

    public string? Name { get; set; }

    public string? Voice { get; set; }

    public string? Dataset { get; set; }

    public TrainingMode Mode { get; set; } = Defaults.Mode;

    public int Steps { get; set; } = Defaults.Steps;

    public int BatchSize { get; set; } = Defaults.BatchSize;

    public double LearningRate { get; set; } = Defaults.LearningRate;

    public int LoraRank { get; set; } = Defaults.LoraRank;

    public int CheckpointEvery { get; set; } = Defaults.CheckpointEvery;

    public int ValidateEvery { get; set; } = Defaults.ValidateEvery;

    public int Seed { get; set; } = Defaults.Seed;

    public TrainingSettings ToSettings() => new(Mode, Steps, BatchSize, LearningRate, LoraRank, CheckpointEvery, ValidateEvery, Seed);

    /// <summary>The request, or the field that does not name anything of the tenant's. Build 0 is the newest.</summary>
    public Result<TrainingRequest> ToRequest()
    {
        if (!VoiceId.TryParse(Voice, null, out var voice))
            return Error.Invalid(nameof(Voice), "Choose the voice that the run is for.");
        if (!DatasetId.TryParse(Dataset, null, out var dataset))
            return Error.Invalid(nameof(Dataset), "Choose the dataset to learn from.");
        return new TrainingRequest(Name ?? string.Empty, voice, dataset, Build: 0, ToSettings());
    }
}
