using System.Buffers.Binary;

namespace XttsSaas.Audio.Wav;

/// <summary>
/// The head of a RIFF/WAVE file, checked against the file's true length: sizes that reach past its end, rates and
/// channel counts that cannot be, a missing fmt or data chunk are errors. Reads a few hundred bytes, whatever the
/// file claims.
/// </summary>
public sealed record WavHeader(int FormatTag, int Channels, int SampleRate, int BlockAlign, int BitsPerSample, long DataOffset, long DataBytes)
{
    public const int Pcm = 1;
    private const int MostChunks = 1000;
    private const int MostSampleRate = 768_000;
    private const int MostChannels = 64;
    private const int FmtBytes = 16;

    public double Seconds => DataBytes / (double)BlockAlign / SampleRate;

    /// <summary>Whether a seekable stream begins like a WAV file; leaves the position at 0.</summary>
    public static bool IsRiff(Stream stream)
    {
        Span<byte> head = stackalloc byte[12];
        var whole = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length;
        stream.Position = 0;
        return whole && head[..4].SequenceEqual("RIFF"u8) && head[8..].SequenceEqual("WAVE"u8);
    }

    /// <summary>Reads the header of a seekable stream; afterwards the stream stands at the first sample.</summary>
    public static AudioResult<WavHeader> Read(Stream stream)
    {
        if (!IsRiff(stream))
            return new AudioError(AudioErrorCode.NotAudio, "The file is not a WAV file: it does not begin with RIFF and WAVE.");

        stream.Position = 12;
        Span<byte> head = stackalloc byte[8];
        Span<byte> fmt = stackalloc byte[FmtBytes];
        var hasFmt = false;
        for (var chunk = 0; chunk < MostChunks; chunk++)
        {
            if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
                return Lie(hasFmt ? "has no data chunk" : "has no fmt chunk");
            var size = (long)BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
            var left = stream.Length - stream.Position;
            if (head[..4].SequenceEqual("data"u8))
                return hasFmt ? Check(fmt, stream.Position, size, left) : Lie("has its data before its fmt chunk");
            if (size > left)
                return Lie($"declares a chunk of {size:N0} bytes where {left:N0} are left");
            var next = stream.Position + size + (size & 1);
            if (head[..4].SequenceEqual("fmt "u8))
            {
                if (size < FmtBytes)
                    return Lie($"has a fmt chunk of {size} bytes; 16 or more are needed");
                stream.ReadExactly(fmt);
                hasFmt = true;
            }

            stream.Position = next;
        }

        return Lie("has too many chunks");
    }

    private static AudioResult<WavHeader> Check(ReadOnlySpan<byte> fmt, long offset, long size, long left)
    {
        var header = new WavHeader(
            BinaryPrimitives.ReadUInt16LittleEndian(fmt),
            BinaryPrimitives.ReadUInt16LittleEndian(fmt[2..]),
            (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(fmt[4..]), int.MaxValue),
            BinaryPrimitives.ReadUInt16LittleEndian(fmt[12..]),
            BinaryPrimitives.ReadUInt16LittleEndian(fmt[14..]),
            offset,
            size);
        if (header.SampleRate is 0 or > MostSampleRate)
            return Lie($"declares a sample rate of {header.SampleRate:N0} Hz");
        if (header.Channels is 0 or > MostChannels)
            return Lie($"declares {header.Channels} channels");
        if (header.BlockAlign == 0)
            return Lie("declares samples of 0 bytes");
        if (header.FormatTag == Pcm && header.BlockAlign != header.Channels * ((header.BitsPerSample + 7) / 8))
            return Lie($"declares {header.Channels} channels of {header.BitsPerSample} bits in blocks of {header.BlockAlign} bytes");
        if (size > left)
            return Lie($"declares {size:N0} bytes of sound, but {left:N0} are there: it was cut off, or streamed without a length");
        return size < header.BlockAlign
            ? new AudioError(AudioErrorCode.Empty, "The WAV file holds no samples.")
            : header;
    }

    private static AudioError Lie(string what) =>
        new(AudioErrorCode.LyingHeader, $"The WAV file's header {what}. Export the recording again.");
}
