using Orleans.Concurrency;

namespace Orleans.Runtime;

/// <summary>How one step of an enumeration ended.</summary>
public enum EnumerationResult
{
    Heartbeat = 1,
    Element = 1 << 1,
    Batch = 1 << 2,
    Completed = 1 << 3,
    MissingEnumeratorError = 1 << 4,
    Error = 1 << 5,
    Canceled = 1 << 6,
    CompletedWithElement = Completed | Element,
    CompletedWithBatch = Completed | Batch,
}

/// <summary>
/// The interface that carries a streaming call. Call filters see these methods, never the method of the grain that
/// returns the stream.
/// </summary>
public interface IAsyncEnumerableGrainExtension : IGrainExtension
{
    [AlwaysInterleave]
    ValueTask<(EnumerationResult Status, object? Value)> StartEnumeration<T>(
        Guid requestId, [Immutable] IAsyncEnumerableRequest<T> request, CancellationToken cancellationToken);

    [AlwaysInterleave]
    ValueTask<(EnumerationResult Status, object? Value)> MoveNext<T>(Guid requestId, CancellationToken cancellationToken);

    [AlwaysInterleave]
    ValueTask DisposeAsync(Guid requestId);
}

/// <summary>The call behind a stream.</summary>
public interface IAsyncEnumerableRequest<T> : Serialization.Invocation.IInvokable
{
    int MaxBatchSize { get; set; }

    IAsyncEnumerable<T> InvokeImplementation();
}

public static class AsyncEnumerableExtensions
{
    /// <summary>The most elements that one round trip may bring; 100 unless told.</summary>
    public static IAsyncEnumerable<T> WithBatchSize<T>(this IAsyncEnumerable<T> self, int maxBatchSize)
    {
        if (self is Enumeration.AsyncEnumerableRequest<T> request)
            request.MaxBatchSize = maxBatchSize;

        return self;
    }
}
