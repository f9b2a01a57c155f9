using TorchSharp;
using XttsSaas.Inference.Parity;
using XttsSaas.Training.Parity;
using XttsSaas.Xtts.Parity;

namespace XttsSaas.Cli.Parity;

/// <summary>
/// Runs a pack engine by engine, and within an engine model by model, so that no more than one model is in memory at a time. A case of a
/// kind that no engine knows, and an output that no engine computes, count as failures.
/// </summary>
internal sealed class ParityRun(ParityPack pack, IReadOnlyCollection<string> only, Action<ParityProgress> report)
{
    private static readonly Func<IParityEngine>[] Engines = [() => new SignalParity(), () => new OnnxParity(), () => new TorchParity(torch.CPU)];
    private readonly List<(ParityEntry Entry, ParityRow Row)> _rows = [];
    private readonly HashSet<(ParityEntry Entry, string Output)> _computed = [];
    private readonly HashSet<string> _knownKinds = new(TextParity.Kinds, StringComparer.Ordinal);

    public ParityReport Run(CancellationToken cancellationToken)
    {
        var entries = pack.Entries.Where(entry => only.Count == 0 || only.Contains(entry.Name)).ToList();
        foreach (var create in Engines)
        {
            using var engine = create();
            _knownKinds.UnionWith(engine.Kinds);
            RunEngine(engine, [.. entries.Where(entry => engine.Kinds.Contains(entry.Kind))], cancellationToken);
        }
        foreach (var entry in entries.Where(entry => TextParity.Kinds.Contains(entry.Kind)))
            _rows.AddRange(TextRows(entry));
        foreach (var entry in entries)
            AddUncomputed(entry);
        return new ParityReport([.. _rows.OrderBy(pair => entries.IndexOf(pair.Entry)).Select(pair => pair.Row)]);
    }

    private void RunEngine(IParityEngine engine, List<ParityEntry> entries, CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var group in entries.GroupBy(entry => entry.ModelKey).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            foreach (var entry in group)
            {
                cancellationToken.ThrowIfCancellationRequested();
                report(new ParityProgress(engine.Name, entry.Name, done++, entries.Count));
                _rows.Add((entry, RunCase(engine, entry)));
            }
        }
        if (done > 0)
            report(new ParityProgress(engine.Name, null, done, entries.Count));
    }

    private ParityRow RunCase(IParityEngine engine, ParityEntry entry)
    {
        try
        {
            using var test = pack.Open(entry);
            var verdicts = engine.Compute(test).Select(output => ParityComparison.Compare(test, output)).ToList();
            _computed.UnionWith(verdicts.Select(verdict => (entry, verdict.Output)));
            return Summarise(engine.Name, entry, verdicts);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // A report that says which case broke an engine, and how, is worth more than the first exception.
            return new ParityRow(entry.Name, entry.Kind, engine.Name, null, null, null, false, error.Message);
        }
    }

    private static ParityRow Summarise(string engine, ParityEntry entry, List<ParityVerdict> verdicts)
    {
        if (verdicts.Count == 0)
            return new ParityRow(entry.Name, entry.Kind, engine, null, null, null, false, "nothing was computed");
        var worst = verdicts.OrderBy(verdict => verdict.Passed).ThenByDescending(verdict => verdict.MaxAbsolute / Math.Max(verdict.Tolerance.Absolute, 1e-12)).First();
        var failures = verdicts.Count(verdict => !verdict.Passed);
        var note = failures == 0
            ? $"{verdicts.Count} outputs, closest to its limit: {worst.Output}"
            : $"{failures} of {verdicts.Count} outputs fail; {worst.Output}{worst.Fault}";
        return new ParityRow(entry.Name, entry.Kind, engine, worst.MaxAbsolute, worst.Relative, worst.Tolerance.Absolute, failures == 0, note);
    }

    private IEnumerable<(ParityEntry, ParityRow)> TextRows(ParityEntry entry)
    {
        List<ParityRow> rows;
        try
        {
            rows = [.. TextParity.Run(pack, entry).Select(result => new ParityRow(
                entry.Name, entry.Kind, "managed", null, null, null, result.Passed, result.Note, result.Language, result.Rows, result.Exact))];
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            rows = [new ParityRow(entry.Name, entry.Kind, "managed", null, null, null, false, error.Message)];
        }
        return rows.Select(row => (entry, row));
    }

    private void AddUncomputed(ParityEntry entry)
    {
        if (!_knownKinds.Contains(entry.Kind))
            _rows.Add((entry, new ParityRow(entry.Name, entry.Kind, "-", null, null, null, false, $"the kind {entry.Kind} is not known")));
        else if (entry.Outputs?.Keys.Where(output => !_computed.Contains((entry, output))).ToList() is { Count: > 0 } missing
            && !_rows.Any(pair => pair.Entry == entry && !pair.Row.Passed))
            _rows.Add((entry, new ParityRow(entry.Name, entry.Kind, "-", null, null, null, false, $"no engine computes {string.Join(", ", missing)}")));
    }
}
