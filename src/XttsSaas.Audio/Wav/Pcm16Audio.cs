namespace XttsSaas.Audio.Wav;

/// <summary>Samples as they lie in a PCM16 WAV file: interleaved where there are several channels.</summary>
public sealed record Pcm16Audio(int SampleRate, int Channels, short[] Samples)
{
    public double Seconds => Samples.Length / (double)Channels / SampleRate;

    /// <summary>The samples scaled to [-1, 1).</summary>
    public float[] ToFloats() => Array.ConvertAll(Samples, sample => sample / 32768f);
}
