using System.Collections.Concurrent;

namespace Compat.Contracts.Orleans;

/// <summary>Signals and notes between a test and the grains of its silo, which live in the same process.</summary>
public sealed class Probe
{
    /// <summary>A broken host fails a test after this long instead of hanging it; no test depends on the value.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, TaskCompletionSource> _signals = new();
    private readonly ConcurrentDictionary<string, int> _counts = new();
    private readonly ConcurrentQueue<string> _notes = new();

    public string[] Notes => [.. _notes];

    public void Note(string note) => _notes.Enqueue(note);

    public int Count(string name) => _counts.AddOrUpdate(name, 1, static (_, count) => count + 1);

    public int CountOf(string name) => _counts.GetValueOrDefault(name);

    public void Set(string name) => Signal(name).TrySetResult();

    public bool IsSet(string name) => Signal(name).Task.IsCompleted;

    public Task Wait(string name) => Signal(name).Task.WaitAsync(Patience);

    private TaskCompletionSource Signal(string name) =>
        _signals.GetOrAdd(name, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
