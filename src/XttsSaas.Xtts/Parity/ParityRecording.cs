using XttsSaas.Xtts.Signal;

namespace XttsSaas.Xtts.Parity;

/// <summary>Recordings of a pack: mono wave files at any rate.</summary>
public static class ParityRecording
{
    /// <summary>The samples at <paramref name="rate"/> Hz, clipped to [-1, 1] after resampling, as the reference loads audio.</summary>
    /// <exception cref="ModelFormatException">Not such a file.</exception>
    public static float[] Load(string path, int rate)
    {
        try
        {
            var wave = WaveFile.Read(path);
            return Array.ConvertAll(Resampler.Resample(wave.Samples, wave.SampleRate, rate), sample => Math.Clamp(sample, -1f, 1f));
        }
        catch (InvalidDataException error)
        {
            throw new ModelFormatException($"{path} cannot be read: {error.Message}.", error);
        }
    }
}
