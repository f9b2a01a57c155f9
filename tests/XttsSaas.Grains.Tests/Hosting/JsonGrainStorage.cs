using System.Collections.Concurrent;
using System.Text.Json;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace XttsSaas.Grains.Tests.Hosting;

/// <summary>Grain states as plain JSON, as the database keeps them; it outlives the hosts that use it.</summary>
internal sealed class JsonGrainStorage : IGrainStorage
{
    private readonly ConcurrentDictionary<(string, GrainId), (string Json, string ETag)> _rows = new();
    private int _version;

    private int _writesUntilFailure = int.MaxValue;

    /// <summary>Makes every write fail, as a full disk does.</summary>
    public bool FailWrites
    {
        get => _writesUntilFailure == 0;
        set => _writesUntilFailure = value ? 0 : int.MaxValue;
    }

    /// <summary>Makes writes fail after so many more.</summary>
    public void FailWritesAfter(int writes) => _writesUntilFailure = writes;

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (_rows.TryGetValue((stateName, grainId), out var row))
        {
            grainState.State = JsonSerializer.Deserialize<T>(row.Json)!;
            grainState.ETag = row.ETag;
            grainState.RecordExists = true;
        }
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (_writesUntilFailure == 0)
            throw new IOException("No space left on device.");
        if (_writesUntilFailure != int.MaxValue)
            _writesUntilFailure--;
        Check(stateName, grainId, grainState);
        var etag = Interlocked.Increment(ref _version).ToString();
        _rows[(stateName, grainId)] = (JsonSerializer.Serialize(grainState.State), etag);
        grainState.ETag = etag;
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        Check(stateName, grainId, grainState);
        _rows.TryRemove((stateName, grainId), out _);
        grainState.ETag = null;
        grainState.RecordExists = false;
        return Task.CompletedTask;
    }

    private void Check<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var stored = _rows.TryGetValue((stateName, grainId), out var row) ? row.ETag : null;
        if (stored != grainState.ETag)
            throw new InconsistentStateException($"{stateName} of {grainId} was changed by somebody else.", stored, grainState.ETag);
    }
}
