namespace XttsSaas.Inference.Engine;

/// <summary>The audio of one sentence.</summary>
/// <param name="Samples">Mono, in [-1, 1], at <paramref name="SampleRate"/> Hz.</param>
/// <param name="SampleRate">In Hz.</param>
/// <param name="CharactersCompleted">Characters of the request's text that are spoken with this chunk; with the last one the text's length.</param>
/// <param name="Stats">What it took.</param>
public sealed record AudioChunk(float[] Samples, int SampleRate, int CharactersCompleted, SentenceStats Stats)
{
    /// <summary>Length of the audio.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds((double)Samples.Length / SampleRate);
}
