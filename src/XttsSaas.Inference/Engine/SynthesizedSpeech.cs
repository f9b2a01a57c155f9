namespace XttsSaas.Inference.Engine;

/// <summary>A text that was spoken, as a whole.</summary>
/// <param name="Samples">Mono, in [-1, 1].</param>
/// <param name="SampleRate">In Hz.</param>
/// <param name="Codes">Audio codes of all its sentences.</param>
/// <param name="Stopped">Whether every sentence came to its end by itself, not by the limit of codes.</param>
public sealed record SynthesizedSpeech(float[] Samples, int SampleRate, int Codes, bool Stopped)
{
    public double Seconds => (double)Samples.Length / SampleRate;
}
