using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>The host reads every state of a grain before OnActivateAsync.</summary>
internal interface IActivationState
{
    Task LoadAsync(CancellationToken cancellation);
}

/// <summary>
/// A grain's state over a storage provider. A provider's failure reaches the grain as an OrleansException: its own, or
/// one around it.
/// </summary>
internal sealed class PersistentState<T>(string name, GrainId grainId, IGrainStorage storage) : IPersistentState<T>, IActivationState
{
    private readonly GrainState<T> _state = new(CreateInstance());

    public T State
    {
        get => _state.State!;
        set => _state.State = value;
    }

    public string? Etag => _state.ETag;

    public bool RecordExists => _state.RecordExists;

    public Task LoadAsync(CancellationToken cancellation) => ReadStateAsync(cancellation);

    public Task ReadStateAsync() => ReadStateAsync(CancellationToken.None);

    public Task WriteStateAsync() => WriteStateAsync(CancellationToken.None);

    public Task ClearStateAsync() => ClearStateAsync(CancellationToken.None);

    public async Task ReadStateAsync(CancellationToken cancellationToken)
    {
        await Run(storage.ReadStateAsync, nameof(ReadStateAsync), cancellationToken);
        _state.State ??= CreateInstance();
    }

    public Task WriteStateAsync(CancellationToken cancellationToken) =>
        Run(storage.WriteStateAsync, nameof(WriteStateAsync), cancellationToken);

    public async Task ClearStateAsync(CancellationToken cancellationToken)
    {
        await Run(storage.ClearStateAsync, nameof(ClearStateAsync), cancellationToken);
        _state.State ??= CreateInstance();
    }

    private async Task Run(
        Func<string, GrainId, IGrainState<T>, CancellationToken, Task> step, string operation, CancellationToken cancellation)
    {
        try
        {
            await step(name, grainId, _state, cancellation);
        }
        catch (Exception exception) when (exception is not OrleansException
            && !(exception is OperationCanceledException && cancellation.IsCancellationRequested))
        {
            throw new OrleansException(
                $"Error from storage provider {storage.GetType().Name}.{name} during {operation} for grain {grainId}: {exception.Message}", exception);
        }
    }

    private static T CreateInstance() => typeof(T).IsValueType || typeof(T).GetConstructor(Type.EmptyTypes) is not null
        ? Activator.CreateInstance<T>()
        : default!;
}
