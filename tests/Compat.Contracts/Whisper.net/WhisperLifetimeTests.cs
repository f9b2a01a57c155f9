using Whisper.net;
using static Compat.Contracts.Whisper.Recordings;

namespace Compat.Contracts.Whisper;

public sealed class WhisperLifetimeTests : IClassFixture<WhisperFixture>
{
    private readonly WhisperFixture _model;

    public WhisperLifetimeTests(WhisperFixture model)
    {
        WhisperFixture.RequireNativeLibrary();
        _model = model;
    }

    [Fact]
    public async Task ProcessAsync_AfterDispose_Throws()
    {
        using var factory = WhisperFactory.FromPath(_model.ModelPath);
        var processor = factory.CreateBuilder().WithLanguage("en").WithThreads(1).Build();
        await processor.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await processor.ProcessAsync(Sound(2.5)).ToArrayAsync());
    }

    [Fact]
    public async Task ProcessAsync_LoopLeft_DisposeWaitsForTheNativeCall()
    {
        // The processor goes first, then the model that its native call uses: a call still running would end the process.
        using var factory = WhisperFactory.FromPath(_model.ModelPath);
        await using var processor = factory.CreateBuilder().WithLanguage("en").WithThreads(1).Build();

        await foreach (var _ in processor.ProcessAsync(Sound(70)))
            break;
    }

    [Fact]
    public async Task ProcessAsync_CancelledBefore_Throws()
    {
        using var factory = WhisperFactory.FromPath(_model.ModelPath);
        await using var processor = factory.CreateBuilder().WithLanguage("en").WithThreads(1).Build();
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAsync<TaskCanceledException>(async () => await processor.ProcessAsync(Sound(2.5), source.Token).ToArrayAsync());
    }

    [Fact]
    public async Task ProcessAsync_CancelledAtTheFirstSegment_ThrowsAndCanBeUsedAgain()
    {
        using var factory = WhisperFactory.FromPath(_model.ModelPath);
        await using var processor = factory.CreateBuilder().WithLanguage("en").WithThreads(1).WithNoContext().Build();
        using var source = new CancellationTokenSource();

        await Assert.ThrowsAsync<TaskCanceledException>(async () =>
        {
            await foreach (var _ in processor.ProcessAsync(Sound(120), source.Token))
                await source.CancelAsync(); // segments that are ready already may still come
        });

        Assert.Single(await processor.ProcessAsync(Sound(2.5)).ToArrayAsync());
    }

    [Fact]
    public void CreateBuilder_FileThatIsNoModel_Throws()
    {
        using var factory = WhisperFactory.FromPath(_model.TextFile);

        Assert.Throws<WhisperModelLoadException>(factory.CreateBuilder);
    }

    [Fact]
    public void CreateBuilder_NoSuchFile_Throws()
    {
        using var factory = WhisperFactory.FromPath(_model.ModelPath + ".missing");

        Assert.Throws<WhisperModelLoadException>(factory.CreateBuilder);
    }

    [Fact]
    public void CreateBuilder_AfterDispose_Throws()
    {
        var factory = WhisperFactory.FromPath(_model.ModelPath);
        factory.Dispose();

        Assert.Throws<ObjectDisposedException>(() => factory.CreateBuilder());
    }
}
