using System.Runtime.InteropServices;
using XttsSaas.Inference.Engine;
using XttsSaas.Inference.Sampling;

namespace XttsSaas.Inference.Tests.Engine;

public sealed class XttsEngineTests(MiniModel mini) : IClassFixture<MiniModel>
{
    private const string TwoParts = "The quick brown fox jumps over the lazy dog.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Synthesize_MiniModel_GivesAudibleAudioOfTheCodesLength()
    {
        var chunk = Assert.Single(await Speak(Request("Hello there.") with { MaxCodes = 40 }));
        Assert.Equal(24000, chunk.SampleRate);
        Assert.Equal("Hello there.".Length, chunk.CharactersCompleted);
        var frames = (int)Math.Floor(chunk.Stats.Codes * 4 * (24000.0 / 22050));
        Assert.Equal(frames * 256, chunk.Samples.Length);
        Assert.All(chunk.Samples, sample => Assert.InRange(sample, -1f, 1f));
        Assert.InRange(Decibels(chunk.Samples), -25, -3);
    }

    [Fact]
    public async Task Synthesize_SameSeed_GivesTheSameBytes()
    {
        var first = await Speak(Request(TwoParts) with { MaxCodes = 50 });
        var second = await Speak(Request(TwoParts) with { MaxCodes = 50 });
        var other = await Speak(Request(TwoParts) with { MaxCodes = 50, Sampling = new SamplingOptions(Seed: 8) });
        Assert.Equal(Bytes(first), Bytes(second));
        Assert.NotEqual(Bytes(first), Bytes(other));
    }

    [Fact]
    public async Task Synthesize_RequestsAtOnce_GiveTheSameBytesAsAlone()
    {
        var alone = Bytes(await Speak(Request(TwoParts) with { MaxCodes = 20 }));
        var together = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Speak(Request(TwoParts) with { MaxCodes = 20 })));
        Assert.All(together, chunks => Assert.Equal(alone, Bytes(chunks)));
    }

    [Fact]
    public async Task Synthesize_LongText_SpeaksEveryPartAndCountsEveryCharacter()
    {
        var text = string.Concat(Enumerable.Repeat("This sentence is one of many that make a long text.  ", 8));
        var chunks = await Speak(Request(text) with { MaxCodes = 5 });
        Assert.InRange(chunks.Count, 2, 4);
        Assert.Equal(chunks.Select(chunk => chunk.CharactersCompleted).Order(), chunks.Select(chunk => chunk.CharactersCompleted));
        Assert.Equal(text.Length, chunks[^1].CharactersCompleted);
    }

    [Fact]
    public async Task Synthesize_NumbersThatGrowBeyondTheModel_AreSplitFurther()
    {
        var text = string.Join(' ', Enumerable.Repeat("777,777", 30));
        var chunks = await Speak(Request(text) with { MaxCodes = 2 });
        Assert.True(chunks.Count > 1);
        Assert.All(chunks, chunk => Assert.InRange(chunk.Stats.TextTokens, 2, 401));
    }

    [Fact]
    public async Task Synthesize_ModelThatNeverStops_IsCutByTheLengthOfItsText()
    {
        var chunk = Assert.Single(await Speak(Request("Hi.")));
        Assert.Equal(TextPlan.CodeLimit("Hi.", "en"), chunk.Stats.Codes);
        Assert.False(chunk.Stats.Stopped);
    }

    [Fact]
    public async Task Synthesize_DoubleSpeed_HalvesTheAudio()
    {
        var natural = Assert.Single(await Speak(Request("Hello.") with { MaxCodes = 20 }));
        var fast = Assert.Single(await Speak(Request("Hello.") with { MaxCodes = 20, Sampling = new SamplingOptions(Seed: 7, Speed: 2) }));
        Assert.Equal(natural.Stats.Codes, fast.Stats.Codes);
        Assert.Equal(0.5, (double)fast.Samples.Length / natural.Samples.Length, 0.02);
    }

    [Fact]
    public async Task Synthesize_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in mini.Engine.Synthesize(Request("Hello."), source.Token))
                Assert.Fail("Nothing may be spoken.");
        });
    }

    [Theory]
    [InlineData("", "en")]
    [InlineData(" \n", "en")]
    [InlineData("Hello.", "xx")]
    public async Task Synthesize_UnusableRequest_IsRefused(string text, string language) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Speak(Request(text) with { Language = language }));

    [Fact]
    public async Task Synthesize_OptionsOutOfRange_AreAllNamed()
    {
        var options = new SamplingOptions(Temperature: 0, TopP: 2, Speed: double.NaN);
        var error = await Assert.ThrowsAsync<ArgumentException>(() => Speak(Request("Hello.") with { Sampling = options }));
        foreach (var name in (string[])["temperature is 0", "top-p is 2", "speed is NaN"])
            Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ComputeConditioning_DifferentVoices_GiveDifferentLatents()
    {
        var other = mini.Engine.ComputeConditioning([MiniModel.Tone(3, 440)]);
        Assert.Equal(mini.Voice.GptLatents.Length, other.GptLatents.Length);
        Assert.NotEqual(mini.Voice.GptLatents, other.GptLatents);
        Assert.NotEqual(mini.Voice.SpeakerEmbedding, other.SpeakerEmbedding);
        Assert.Equal(1, Math.Sqrt(other.SpeakerEmbedding.Sum(value => (double)value * value)), 1e-4);
    }

    [Fact]
    public void ComputeConditioning_NothingToHear_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => mini.Engine.ComputeConditioning([]));
        var error = Assert.Throws<ArgumentException>(() => mini.Engine.ComputeConditioning([new float[2205]]));
        Assert.Contains("0.10 s", error.Message, StringComparison.Ordinal);
    }

    private SynthesisRequest Request(string text) => new(text, "en", mini.Voice, new SamplingOptions(Seed: 7));

    private async Task<List<AudioChunk>> Speak(SynthesisRequest request)
    {
        var chunks = new List<AudioChunk>();
        await foreach (var chunk in mini.Engine.Synthesize(request, Cancellation))
            chunks.Add(chunk);
        return chunks;
    }

    private static byte[] Bytes(IEnumerable<AudioChunk> chunks) =>
        [.. chunks.SelectMany(chunk => MemoryMarshal.AsBytes(chunk.Samples.AsSpan()).ToArray())];

    private static double Decibels(float[] samples) => 10 * Math.Log10(samples.Average(sample => (double)sample * sample));
}
