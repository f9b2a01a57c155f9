using Whisper.net;
using Whisper.net.Wave;
using static Compat.Contracts.Whisper.Recordings;

namespace Compat.Contracts.Whisper;

public sealed class WhisperProcessorTests : IClassFixture<WhisperFixture>
{
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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ProcessAsync_WithLanguageDetection_TellsTheLanguage(bool byName)
    {
        using var factory = WhisperFactory.FromPath(_model.ModelPath);
        var builder = factory.CreateBuilder().WithThreads(1);
        await using var processor = (byName ? builder.WithLanguage("auto") : builder.WithLanguageDetection()).Build();

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

    [Theory]
    [InlineData(0.05, 0)]
    [InlineData(0.3, 1)]
    [InlineData(0.99, 1)]
    [InlineData(1.05, 1)]
    public async Task ProcessAsync_ShortSound_IsHeardFromATenthOfASecondOn(double seconds, int segments)
    {
        using var factory = WhisperFactory.FromPath(_model.ModelPath);
        await using var processor = factory.CreateBuilder().WithLanguage("en").WithThreads(1).Build();

        Assert.Equal(Enumerable.Repeat(TinyWhisper.Text, segments), (await processor.ProcessAsync(Sound(seconds)).ToArrayAsync()).Select(segment => segment.Text));
    }

    [Fact]
    public async Task ProcessAsync_ShortSegments_GivesNoneWithoutText()
    {
        using var factory = WhisperFactory.FromPath(_model.ModelPath);
        await using var processor = factory.CreateBuilder().WithLanguage("en").WithThreads(1).WithTokenTimestamps().WithMaxSegmentLength(1).Build();

        var segments = await processor.ProcessAsync(Sound(2.5)).ToArrayAsync();

        Assert.Equal([" hello", " world"], segments.Select(segment => segment.Text));
        Assert.Equal((100, 200), (segments[1].Tokens[0].Start, segments[1].Tokens[0].End));
    }

    [Fact]
    public async Task ProcessAsync_TwiceWithContext_TheSecondKnowsNothingOfTheFirst()
    {
        using var factory = WhisperFactory.FromPath(_model.ModelPath);
        await using var processor = factory.CreateBuilder().WithLanguage("en").WithThreads(1).Build();

        await processor.ProcessAsync(Sound(2.5)).ToArrayAsync();

        // The tiny model's words depend on their position, which text from before would shift.
        Assert.Equal(TinyWhisper.Text, Assert.Single(await processor.ProcessAsync(Sound(2.5)).ToArrayAsync()).Text);
    }

    [Fact]
    public async Task ProcessAsync_NoThreadsGiven_UsesItsOwnNumber()
    {
        using var factory = WhisperFactory.FromPath(_model.ModelPath);
        await using var processor = factory.CreateBuilder().WithLanguage("en").Build();

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
}
