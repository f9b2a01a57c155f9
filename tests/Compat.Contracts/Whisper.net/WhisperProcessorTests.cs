using Whisper.net;
using Whisper.net.Wave;

namespace Compat.Contracts.Whisper;

public sealed class WhisperProcessorTests : IClassFixture<WhisperFixture>
{
    private const int Rate = 16_000;
    private readonly WhisperFixture _model;

    public WhisperProcessorTests(WhisperFixture model)
    {
        WhisperFixture.RequireNativeLibrary();
        _model = model;
    }

    [Fact]
    public async Task ProcessAsync_Samples_GivesTextTimesAndLanguage()
    {
        using var factory = WhisperFactory.FromPath(_model.ModelPath);
        await using var processor = factory.CreateBuilder().WithLanguage("en").WithThreads(1).Build();

        var segment = Assert.Single(await processor.ProcessAsync(Sound(2.5)).ToArrayAsync());

        Assert.Equal(TinyWhisper.Text, segment.Text);
        Assert.Equal((TimeSpan.Zero, TimeSpan.FromSeconds(2)), (segment.Start, segment.End));
        Assert.Equal("en", segment.Language);
    }

    [Fact]
    public async Task ProcessAsync_WaveStream_GivesTheSame()
    {
        using var factory = WhisperFactory.FromPath(_model.ModelPath);
        await using var processor = factory.CreateBuilder().WithLanguage("en").WithThreads(1).Build();
        using var wave = new MemoryStream(Wave(Sound(2.5), Rate));

        Assert.Equal(TinyWhisper.Text, Assert.Single(await processor.ProcessAsync(wave).ToArrayAsync()).Text);
    }

    [Fact]
    public async Task ProcessAsync_WithProbabilities_AreBetweenZeroAndOne()
    {
        using var factory = WhisperFactory.FromPath(_model.ModelPath);
        await using var processor = factory.CreateBuilder().WithLanguage("en").WithThreads(1).WithProbabilities().Build();

        var segment = Assert.Single(await processor.ProcessAsync(Sound(2.5)).ToArrayAsync());

        Assert.InRange(segment.Probability, 0.3f, 1f);
        Assert.InRange(segment.MinProbability, 0f, segment.Probability);
        Assert.InRange(segment.MaxProbability, segment.Probability, 1f);
        Assert.Contains(segment.Tokens, token => token.Text == " hello");
    }

    [Fact]
    public async Task ProcessAsync_WithLanguageDetection_TellsTheLanguage()
    {
        using var factory = WhisperFactory.FromPath(_model.ModelPath);
        await using var processor = factory.CreateBuilder().WithLanguageDetection().WithThreads(1).Build();

        Assert.Equal("de", Assert.Single(await processor.ProcessAsync(Sound(2.5)).ToArrayAsync()).Language);
    }

    [Fact]
    public async Task ProcessAsync_SeveralProcessorsAtOnce_AllFinish()
    {
        using var factory = WhisperFactory.FromPath(_model.ModelPath);

        var texts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var processor = factory.CreateBuilder().WithLanguage("en").WithThreads(1).Build();
            return (await processor.ProcessAsync(Sound(2.5)).ToArrayAsync()).Single().Text;
        })));

        Assert.Equal(Enumerable.Repeat(TinyWhisper.Text, 4), texts);
    }

    [Fact]
    public async Task ProcessAsync_Twice_TheSecondIsAsGood()
    {
        using var factory = WhisperFactory.FromPath(_model.ModelPath);
        await using var processor = factory.CreateBuilder().WithLanguage("en").WithThreads(1).WithNoContext().Build();

        var first = await processor.ProcessAsync(Sound(2.5)).ToArrayAsync();
        var second = await processor.ProcessAsync(Sound(2.5)).ToArrayAsync();

        Assert.Equal(first.Select(segment => segment.Text), second.Select(segment => segment.Text));
    }

    [Fact]
    public async Task ProcessAsync_CancelledBefore_Throws()
    {
        using var factory = WhisperFactory.FromPath(_model.ModelPath);
        await using var processor = factory.CreateBuilder().WithLanguage("en").WithThreads(1).Build();
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await processor.ProcessAsync(Sound(2.5), source.Token).ToArrayAsync());
    }

    [Fact]
    public async Task ProcessAsync_CancelledAtTheFirstSegment_StopsAndCanBeUsedAgain()
    {
        using var factory = WhisperFactory.FromPath(_model.ModelPath);
        await using var processor = factory.CreateBuilder().WithLanguage("en").WithThreads(1).WithNoContext().Build();
        using var source = new CancellationTokenSource();
        var heard = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in processor.ProcessAsync(Sound(120), source.Token))
            {
                heard++;
                await source.CancelAsync();
            }
        });

        Assert.Equal(1, heard);
        Assert.Single(await processor.ProcessAsync(Sound(2.5)).ToArrayAsync());
    }

    [Fact]
    public async Task ProcessAsync_WaveOfAnotherRate_IsNotSupported()
    {
        using var factory = WhisperFactory.FromPath(_model.ModelPath);
        await using var processor = factory.CreateBuilder().WithLanguage("en").Build();
        using var wave = new MemoryStream(Wave(Sound(1), 22_050));

        await Assert.ThrowsAsync<NotSupportedWaveException>(async () => await processor.ProcessAsync(wave).ToArrayAsync());
    }

    [Fact]
    public void CreateBuilder_FileThatIsNoModel_Throws() =>
        Assert.Throws<WhisperModelLoadException>(() =>
        {
            using var factory = WhisperFactory.FromPath(_model.TextFile);
            factory.CreateBuilder();
        });

    [Fact]
    public void CreateBuilder_AfterDispose_Throws()
    {
        var factory = WhisperFactory.FromPath(_model.ModelPath);
        factory.Dispose();

        Assert.Throws<ObjectDisposedException>(() => factory.CreateBuilder());
    }

    private static float[] Sound(double seconds) =>
        [.. Enumerable.Range(0, (int)(seconds * Rate)).Select(i => 0.3f * MathF.Sin(2 * MathF.PI * 220 * i / Rate))];

    private static byte[] Wave(float[] samples, int rate)
    {
        using var stream = new MemoryStream();
        using var wave = new BinaryWriter(stream);
        wave.Write("RIFF"u8);
        wave.Write(36 + (2 * samples.Length));
        wave.Write("WAVEfmt "u8);
        wave.Write(16);
        wave.Write((short)1);
        wave.Write((short)1);
        wave.Write(rate);
        wave.Write(2 * rate);
        wave.Write((short)2);
        wave.Write((short)16);
        wave.Write("data"u8);
        wave.Write(2 * samples.Length);
        foreach (var sample in samples)
            wave.Write((short)(sample * short.MaxValue));
        return stream.ToArray();
    }
}
