namespace XttsSaas.Grains.Tests.Hosting;

/// <summary>Ends a wait for something that will never come, so that a broken build fails instead of hanging.</summary>
internal sealed class Patience : IDisposable
{
    private readonly CancellationTokenSource _source =
        CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public Patience() => _source.CancelAfter(TimeSpan.FromMinutes(2));

    public CancellationToken Token => _source.Token;

    public void Dispose() => _source.Dispose();
}
