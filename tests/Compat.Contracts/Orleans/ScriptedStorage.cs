using System.Collections.Concurrent;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Compat.Contracts.Orleans;

/// <summary>A storage of <see cref="CounterState"/> whose rows a test can change and whose next step it can break.</summary>
public sealed class ScriptedStorage : IGrainStorage
{
    private readonly ConcurrentDictionary<string, (int Value, int Version)> _rows = new();
    private readonly ConcurrentDictionary<string, byte> _failures = new();

    public IEnumerable<string> Keys => _rows.Keys;

    public void ChangeBehindTheBack(string key, int value) =>
        _rows.AddOrUpdate($"counter|scripted/{key}", _ => (value, 1), (_, row) => (value, row.Version + 1));

    public void FailNextRead(string key) => _failures[$"read|counter|scripted/{key}"] = 0;

    public void FailNextWrite(string key) => _failures[$"write|counter|scripted/{key}"] = 0;

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = $"{stateName}|{grainId}";
        Fail("read", key);
        var exists = _rows.TryGetValue(key, out var row);
        grainState.RecordExists = exists;
        grainState.ETag = exists ? Tag(row.Version) : null;
        grainState.State = (T)(object)new CounterState { Value = row.Value };
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = $"{stateName}|{grainId}";
        Fail("write", key);
        var stored = _rows.TryGetValue(key, out var row) ? Tag(row.Version) : null;
        if (stored != grainState.ETag)
            throw new InconsistentStateException("The row has changed.", stored, grainState.ETag);

        _rows[key] = (((CounterState)(object)grainState.State!).Value, row.Version + 1);
        grainState.ETag = Tag(row.Version + 1);
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        _rows.TryRemove($"{stateName}|{grainId}", out _);
        grainState.ETag = null;
        grainState.RecordExists = false;
        return Task.CompletedTask;
    }

    private static string Tag(int version) => $"v{version}";

    private void Fail(string step, string key)
    {
        if (_failures.TryRemove($"{step}|{key}", out _))
            throw new TimeZoneNotFoundException("The storage is down.");
    }
}
