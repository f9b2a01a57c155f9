using System.Runtime.ExceptionServices;
using Orleans.Calls;
using Orleans.Runtime;

namespace Orleans.Enumeration;

/// <summary>The caller's side of one enumeration: fetches batches and hands out their elements.</summary>
internal sealed class AsyncEnumeratorProxy<T> : IAsyncEnumerator<T>
{
    private static readonly MethodDescriptor Start = Method(nameof(IAsyncEnumerableGrainExtension.StartEnumeration), generic: true);
    private static readonly MethodDescriptor Next = Method(nameof(IAsyncEnumerableGrainExtension.MoveNext), generic: true);
    private static readonly MethodDescriptor End = Method(nameof(IAsyncEnumerableGrainExtension.DisposeAsync), generic: false);

    private readonly AsyncEnumerableRequest<T> _request;
    private readonly CancellationTokenSource _cancellation;
    private readonly Guid _id = Guid.NewGuid();
    private (EnumerationResult Status, object? Value) _step;
    private int _position;
    private bool _started;
    private bool _ended;
    private bool _disposed;

    public AsyncEnumeratorProxy(AsyncEnumerableRequest<T> request, CancellationToken cancellation)
    {
        _request = request;
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(request.CallerToken, cancellation);
    }

    public T Current => (_step.Status & (EnumerationResult.Element | EnumerationResult.Batch)) switch
    {
        _ when _disposed => throw new ObjectDisposedException(GetType().FullName),
        EnumerationResult.Element => (T)_step.Value!,
        EnumerationResult.Batch => ((List<T>)_step.Value!)[_position],
        _ => throw new InvalidOperationException("Cannot get current value of an invalid enumerator."),
    };

    public async ValueTask<bool> MoveNextAsync()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_step.Value is List<T> batch && _step.Status.HasFlag(EnumerationResult.Batch) && ++_position < batch.Count)
            return true;
        if (_ended)
        {
            _step = default;
            return false;
        }

        try
        {
            _step = await FetchAsync();
            _position = 0;
            _ended = _step.Status.HasFlag(EnumerationResult.Completed);
            return (_step.Status & (EnumerationResult.Element | EnumerationResult.Batch)) != 0;
        }
        catch
        {
            _step = default;
            _ended = true;
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;

        _disposed = true;
        if (_started)
            await Send(End, _id).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);

        _cancellation.Dispose();
    }

    private async Task<(EnumerationResult Status, object? Value)> FetchAsync()
    {
        while (true)
        {
            _cancellation.Token.ThrowIfCancellationRequested();
            Task<object?> call;
            if (_started)
            {
                call = Send(Next, _id, _cancellation.Token);
            }
            else
            {
                // From here on the grain may hold an enumerator, even if the answer never comes.
                _started = true;
                call = Send(Start, _id, _request, _cancellation.Token);
            }

            var step = ((EnumerationResult Status, object? Value))(await call)!;
            switch (step.Status)
            {
                case EnumerationResult.Heartbeat:
                    continue;
                case EnumerationResult.Error:
                    ExceptionDispatchInfo.Throw((Exception)step.Value!);
                    break;
                case EnumerationResult.Canceled:
                    throw new OperationCanceledException(_cancellation.Token);
                case EnumerationResult.MissingEnumeratorError:
                    throw new EnumerationAbortedException("Enumeration aborted: the remote target does not have a record of this "
                        + "enumerator. The grain was deactivated since the enumeration began, or the enumerator was idle for too long.");
            }

            return step;
        }
    }

    private Task<object?> Send(MethodDescriptor method, params object?[] arguments) =>
        _request.Target.Sender.Send(_request.Target, method, arguments);

    private static MethodDescriptor Method(string name, bool generic)
    {
        var method = typeof(IAsyncEnumerableGrainExtension).GetMethod(name)!;
        return MethodDescriptor.For(generic ? method.MakeGenericMethod(typeof(T)) : method);
    }
}
