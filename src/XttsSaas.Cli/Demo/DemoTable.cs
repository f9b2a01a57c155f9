using Spectre.Console;

namespace XttsSaas.Cli.Demo;

/// <summary>The summary for a person.</summary>
internal static class DemoTable
{
    public static Table Of(DemoSummary summary)
    {
        var table = new Table().Border(TableBorder.Rounded).HideHeaders().AddColumn("what").AddColumn("value");
        table.AddRow("Tenant", summary.Tenant);
        table.AddRow("Recordings", $"{summary.Files} files, {summary.Hours * 60:0.0} minutes in {summary.Segments} segments");
        table.AddRow("Fine-tuning", $"{summary.Steps} steps");
        table.AddRow("Training loss", $"{summary.FirstTrainLoss:0.000} → {summary.LastTrainLoss:0.000}");
        table.AddRow("Validation loss", $"{summary.FirstValLoss:0.000} → {summary.LastValLoss:0.000}");
        table.AddRow("Checkpoint", $"sha256 {summary.CheckpointSha256[..Math.Min(16, summary.CheckpointSha256.Length)]}…");
        table.AddRow("Speech", $"{summary.AudioSeconds:0.0} s in {summary.Wavs.Count} files");
        table.AddRow("Characters", $"{summary.CharactersSent} sent, {summary.CharactersBilled} billed");
        table.AddRow("Time", $"{summary.Stages.Values.Sum():0} s: {string.Join(", ", summary.Stages.Select(s => $"{s.Key} {s.Value:0.0}"))}");
        return table;
    }
}
