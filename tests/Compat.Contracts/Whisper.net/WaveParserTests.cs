using Whisper.net.Wave;
using static Compat.Contracts.Whisper.Recordings;

namespace Compat.Contracts.Whisper;

public sealed class WaveParserTests
{
    [Fact]
    public async Task GetAvgSamplesAsync_Stereo_GivesTheMean()
    {
        var samples = await ReadAsync(Wave([0.5f, 0.25f, -0.5f, 0.5f], Rate, channels: 2));

        Assert.Equal([0.375f, 0f], samples.Select(sample => MathF.Round(sample, 3)));
    }

    [Fact]
    public async Task GetAvgSamplesAsync_CutOff_IsCorrupted() =>
        await Assert.ThrowsAsync<CorruptedWaveException>(() => ReadAsync(Wave(Sound(1), Rate)[..^1000]));

    [Fact]
    public async Task GetAvgSamplesAsync_NotPcm_IsCorrupted() =>
        await Assert.ThrowsAsync<CorruptedWaveException>(() => ReadAsync(Wave(Sound(1), Rate, format: 3)));

    [Fact]
    public async Task GetAvgSamplesAsync_NoChannels_IsNotSupported() =>
        await Assert.ThrowsAsync<NotSupportedWaveException>(() => ReadAsync(Wave(Sound(1), Rate, channels: 0)));

    [Fact]
    public async Task GetAvgSamplesAsync_NoWave_IsCorrupted() =>
        await Assert.ThrowsAsync<CorruptedWaveException>(() => ReadAsync("this is no sound at all"u8.ToArray()));

    private static async Task<float[]> ReadAsync(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return await new WaveParser(stream).GetAvgSamplesAsync();
    }
}
