using Orleans.Isolation;
using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>Grain states in this process's memory, with ETags; gone with it.</summary>
internal sealed class MemoryGrainStorage : IGrainStorage
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string, GrainId), (object? State, string ETag)> _rows = [];
    private long _version;

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        lock (_gate)
        {
            var exists = _rows.TryGetValue((stateName, grainId), out var row);
            grainState.RecordExists = exists;
            grainState.ETag = exists ? row.ETag : null;
            grainState.State = exists ? (T)DeepCopier.Copy(row.State)! : Activator.CreateInstance<T>();
        }

        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        lock (_gate)
        {
            Check(stateName, grainId, grainState.ETag);
            grainState.ETag = (++_version).ToString(System.Globalization.CultureInfo.InvariantCulture);
            grainState.RecordExists = true;
            _rows[(stateName, grainId)] = (DeepCopier.Copy(grainState.State), grainState.ETag);
        }

        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        lock (_gate)
        {
            Check(stateName, grainId, grainState.ETag);
            _rows.Remove((stateName, grainId));
            grainState.ETag = null;
            grainState.RecordExists = false;
            grainState.State = Activator.CreateInstance<T>();
        }

        return Task.CompletedTask;
    }

    private void Check(string stateName, GrainId grainId, string? seen)
    {
        var stored = _rows.TryGetValue((stateName, grainId), out var row) ? row.ETag : null;
        if (stored != seen)
            throw new InconsistentStateException($"e-Tag mismatch in memory storage for {stateName} of {grainId}.", stored, seen);
    }
}
