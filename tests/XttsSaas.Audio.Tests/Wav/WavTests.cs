using System.Buffers.Binary;
using XttsSaas.Audio.Tests.Fixtures;
using XttsSaas.Audio.Wav;

namespace XttsSaas.Audio.Tests.Wav;

public sealed class WavTests
{
    private static readonly short[] Samples = [0, 1, -1, short.MaxValue, short.MinValue, 12345];

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        using var stream = new MemoryStream(WavWriter.ToBytes(Samples, 22_050));

        var audio = WavReader.Read(stream).Value!;

        Assert.Equal((22_050, 1), (audio.SampleRate, audio.Channels));
        Assert.Equal(Samples, audio.Samples);
    }

    [Fact]
    public void Complete_AfterSeveralChunks_EqualsOneWrite()
    {
        using var stream = new MemoryStream();
        var writer = new WavWriter(stream, 22_050);
        writer.Write(Samples.AsSpan(0, 2));
        writer.Write(Samples.AsSpan(2));
        writer.Complete();

        Assert.Equal(WavWriter.ToBytes(Samples, 22_050), stream.ToArray());
    }

    [Theory]
    [InlineData(2f, short.MaxValue)]
    [InlineData(-2f, -short.MaxValue)]
    [InlineData(float.NaN, 0)]
    [InlineData(0.5f, 16384)]
    public void Quantize_AnyFloat_ClipsAndRounds(float sample, int expected) =>
        Assert.Equal(expected, WavWriter.Quantize(sample));

    [Theory]
    [InlineData(40, uint.MaxValue, "bytes of sound")] // data size beyond the file
    [InlineData(40, 13u, "bytes of sound")]
    [InlineData(24, 0u, "sample rate")]
    [InlineData(24, 4_000_000_000u, "sample rate")]
    [InlineData(16, 4_000_000_000u, "chunk of")] // fmt size beyond the file
    [InlineData(16, 4u, "fmt chunk")]
    public void Read_HeaderThatLies_SaysWhatItDeclares(int offset, uint value, string message)
    {
        var bytes = WavWriter.ToBytes(Samples, 22_050);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(offset), value);
        using var stream = new MemoryStream(bytes);

        var error = WavReader.Read(stream).Error!;

        Assert.Equal(AudioErrorCode.LyingHeader, error.Code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoSamples_IsEmpty()
    {
        using var stream = new MemoryStream(WavWriter.ToBytes([], 22_050));

        Assert.Equal(AudioErrorCode.Empty, WavReader.Read(stream).Error!.Code);
    }

    [Fact]
    public void Read_EightBit_IsUnsupported()
    {
        var bytes = WavWriter.ToBytes(Samples, 22_050);
        (bytes[32], bytes[34]) = (1, 8);
        using var stream = new MemoryStream(bytes);

        Assert.Equal(AudioErrorCode.UnsupportedCodec, WavReader.Read(stream).Error!.Code);
    }

    [Fact]
    public void Read_AnyDamage_NeverThrowsNorInventsSamples()
    {
        var whole = WavWriter.ToBytes(Sound.Pcm(Sound.Sine(440, 0.01, 8000)), 8000);
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = whole[..random.Next(whole.Length + 1)];
            for (var hit = random.Next(6); hit > 0 && bytes.Length > 0; hit--)
                bytes[random.Next(Math.Min(bytes.Length, 48))] = (byte)random.Next(256);
            using var stream = new MemoryStream(bytes);

            var read = WavReader.Read(stream);

            Assert.True(read.Succeeded ? read.Value.Samples.Length * 2 <= bytes.Length : read.Error.Message.Length > 0);
        }
    }
}
