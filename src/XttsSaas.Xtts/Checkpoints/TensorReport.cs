namespace XttsSaas.Xtts.Checkpoints;

/// <summary>How a file's tensors differ from a layout, by canonical names.</summary>
/// <param name="WrongShape">One sentence each: the name, what it is and what was expected; also for a wrong kind of number.</param>
public sealed record TensorReport(IReadOnlyList<string> Missing, IReadOnlyList<string> Unexpected, IReadOnlyList<string> WrongShape)
{
    public bool Fits => Missing.Count + Unexpected.Count + WrongShape.Count == 0;

    /// <summary>Every difference as a sentence.</summary>
    public IReadOnlyList<string> Faults =>
        [.. Missing.Select(name => $"{name} is missing"), .. WrongShape, .. Unexpected.Select(name => $"{name} is unexpected")];

    /// <summary>The file's faults in one message, the first twenty in words.</summary>
    public ModelFormatException ToException(string path) =>
        new($"{path} does not fit its configuration, {Faults.Count} fault(s): {string.Join("; ", Faults.Take(20))}.");
}
