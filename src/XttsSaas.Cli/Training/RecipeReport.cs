namespace XttsSaas.Cli.Training;

/// <summary>What training from scratch came to.</summary>
/// <param name="Session">Name of the model.</param>
/// <param name="Steps">Steps done by this run, over all stages.</param>
/// <param name="Losses">Last measures on held-out clips, by stage.</param>
/// <param name="Checkpoint">Folder of the finished model.</param>
/// <param name="Seconds">Wall-clock time.</param>
internal sealed record RecipeReport(
    string Session, int Steps, IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Losses, string Checkpoint, double Seconds);
