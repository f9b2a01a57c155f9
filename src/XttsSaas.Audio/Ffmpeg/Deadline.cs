namespace XttsSaas.Audio.Ffmpeg;

/// <summary>A token that ends with the caller's or with a time limit, and knows which of the two it was.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _either;

    public Deadline(TimeSpan limit, TimeProvider clock, CancellationToken caller)
    {
        _caller = caller;
        _timer = new CancellationTokenSource(limit, clock);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, caller);
    }

    public CancellationToken Token => _either.Token;

    public bool Passed => _timer.IsCancellationRequested && !_caller.IsCancellationRequested;

    public void Dispose()
    {
        _either.Dispose();
        _timer.Dispose();
    }
}
