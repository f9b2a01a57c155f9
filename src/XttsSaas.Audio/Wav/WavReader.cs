using System.Runtime.InteropServices;

namespace XttsSaas.Audio.Wav;

/// <summary>Reads PCM16 WAV files, our own kind; anything else is an error, whatever bytes come.</summary>
public static class WavReader
{
    public static AudioResult<Pcm16Audio> Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return Read(stream);
    }

    /// <summary>Reads a seekable stream from its beginning.</summary>
    public static AudioResult<Pcm16Audio> Read(Stream stream)
    {
        var read = WavHeader.Read(stream);
        if (read is not { Succeeded: true, Value: { } header })
            return read.Error!;
        if (header.FormatTag != WavHeader.Pcm || header.BitsPerSample != 16)
            return new AudioError(AudioErrorCode.UnsupportedCodec, $"The WAV file is not 16-bit PCM (format {header.FormatTag}, {header.BitsPerSample} bits).");

        // DataBytes was checked against the stream's length, so a small file cannot ask for much memory.
        var samples = new short[header.DataBytes / header.BlockAlign * header.Channels];
        stream.ReadExactly(MemoryMarshal.AsBytes(samples.AsSpan()));
        return new Pcm16Audio(header.SampleRate, header.Channels, samples);
    }
}
