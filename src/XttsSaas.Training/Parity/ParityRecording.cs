using XttsSaas.Training.Data;
using XttsSaas.Xtts.Signal;

namespace XttsSaas.Training.Parity;

/// <summary>Recordings as the reference loads them.</summary>
internal static class ParityRecording
{
    /// <summary>The file's samples at <paramref name="sampleRate"/> Hz, clipped to ±1.</summary>
    /// <exception cref="InvalidDataException">It is no WAV file that can be read.</exception>
    public static float[] Load(string path, int sampleRate)
    {
        var wave = WaveFile.Read(path);
        return Array.ConvertAll(Resampler.Resample(wave.Samples, wave.SampleRate, sampleRate), sample => Math.Clamp(sample, -1, 1));
    }
}
