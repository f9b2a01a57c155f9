using Orleans.Isolation;
using Orleans.Runtime;

namespace Orleans.Enumeration;

/// <summary>The grain's side of the enumerations that run on one activation. Its code runs in the grain's turns.</summary>
internal sealed class AsyncEnumerableGrainExtension(Activation activation) : IAsyncEnumerableGrainExtension, IAsyncDisposable
{
    /// <summary>A step that has nothing yet answers with a heartbeat after this long, well before the response time-out.</summary>
    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(5);

    private readonly Dictionary<Guid, Enumerator> _enumerators = [];

    public ValueTask<(EnumerationResult Status, object? Value)> StartEnumeration<T>(
        Guid requestId, IAsyncEnumerableRequest<T> request, CancellationToken cancellationToken)
    {
        ((AsyncEnumerableRequest<T>)request).SetTarget(activation.GrainInstance!);
        var cancellation = new CancellationTokenSource();
        var enumerator = request.InvokeImplementation().GetAsyncEnumerator(cancellation.Token);
        var state = new Enumerator<T>(enumerator, cancellation, Math.Max(1, request.MaxBatchSize));
        _enumerators[requestId] = state;
        return Step(requestId, state, cancellationToken);
    }

    public ValueTask<(EnumerationResult Status, object? Value)> MoveNext<T>(Guid requestId, CancellationToken cancellationToken) =>
        _enumerators.TryGetValue(requestId, out var enumerator)
            ? Step(requestId, enumerator, cancellationToken)
            : new((EnumerationResult.MissingEnumeratorError, null));

    public async ValueTask DisposeAsync(Guid requestId)
    {
        if (_enumerators.Remove(requestId, out var enumerator))
            await enumerator.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var id in _enumerators.Keys.ToArray())
            await DisposeAsync(id);
    }

    private async ValueTask<(EnumerationResult Status, object? Value)> Step(
        Guid id, Enumerator enumerator, CancellationToken cancellation)
    {
        // The caller's token reaches the grain's method at once, not only between two elements.
        using var registration = cancellation.UnsafeRegister(static state => ((Enumerator)state!).Cancel(), enumerator);
        var step = await enumerator.NextAsync(activation.Host.Time, PollTime());
        if (step.Status is not (EnumerationResult.Heartbeat or EnumerationResult.Element or EnumerationResult.Batch))
            await DisposeAsync(id);

        return step;
    }

    private TimeSpan PollTime()
    {
        var half = activation.Host.ResponseTimeout / 2;
        return half > TimeSpan.Zero && half < LongPoll ? half : LongPoll;
    }

    private abstract class Enumerator : IAsyncDisposable
    {
        public abstract void Cancel();

        public abstract Task<(EnumerationResult Status, object? Value)> NextAsync(TimeProvider time, TimeSpan poll);

        public abstract ValueTask DisposeAsync();
    }

    private sealed class Enumerator<T>(IAsyncEnumerator<T> source, CancellationTokenSource cancellation, int batchSize) : Enumerator
    {
        private Task<bool>? _move;

        public override void Cancel() => cancellation.Cancel();

        public override async Task<(EnumerationResult Status, object? Value)> NextAsync(TimeProvider time, TimeSpan poll)
        {
            List<T>? batch = null;
            try
            {
                _move ??= source.MoveNextAsync().AsTask();
                if (!_move.IsCompleted && !await CompletesWithin(_move, time, poll))
                    return (EnumerationResult.Heartbeat, null);

                // Whatever is there without waiting goes along.
                while (_move.IsCompleted)
                {
                    var more = await _move;
                    if (!more)
                        return Result(batch, EnumerationResult.Completed);

                    (batch ??= []).Add(DeepCopier.IsImmutable(typeof(T)) ? source.Current : (T)DeepCopier.Copy(source.Current)!);
                    _move = null;
                    if (batch.Count >= batchSize)
                        break;

                    _move = source.MoveNextAsync().AsTask();
                }

                return Result(batch, 0);
            }
            catch (Exception exception) when (batch is null)
            {
                return exception is OperationCanceledException && cancellation.IsCancellationRequested
                    ? (EnumerationResult.Canceled, null)
                    : (EnumerationResult.Error, exception);
            }
            catch (Exception)
            {
                // The elements before the failure go first; the failed move is met again by the next step.
                return Result(batch, 0);
            }
        }

        public override async ValueTask DisposeAsync()
        {
            await cancellation.CancelAsync();
            if (_move is not null)
                await ((Task)_move).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);

            await source.DisposeAsync();
            cancellation.Dispose();
        }

        private static async Task<bool> CompletesWithin(Task task, TimeProvider time, TimeSpan poll)
        {
            using var stop = new CancellationTokenSource();
            var delay = Task.Delay(poll, time, stop.Token);
            var first = await Task.WhenAny(task, delay);
            await stop.CancelAsync();
            return first == task;
        }

        private static (EnumerationResult Status, object? Value) Result(List<T>? batch, EnumerationResult completed) => batch switch
        {
            null => (completed, null),
            { Count: 1 } => (completed | EnumerationResult.Element, batch[0]),
            _ => (completed | EnumerationResult.Batch, batch),
        };
    }
}
