using System.Buffers.Binary;
using XttsSaas.Xtts.Signal;

namespace XttsSaas.Inference.Tests.Golden;

/// <summary>Reads the pack's 16-bit mono 24 kHz wave files, whose header is the plain 44 bytes.</summary>
internal static class WaveFile
{
    public static float[] ReadAt22050(string path)
    {
        var bytes = File.ReadAllBytes(path).AsSpan(44);
        var samples = new float[bytes.Length / 2];
        for (var i = 0; i < samples.Length; i++)
            samples[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes[(2 * i)..]) / 32768f;
        var resampled = Resampler.Resample(samples, 24000, 22050);
        return Array.ConvertAll(resampled, sample => Math.Clamp(sample, -1, 1));
    }
}
