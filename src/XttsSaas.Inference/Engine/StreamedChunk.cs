namespace XttsSaas.Inference.Engine;

/// <summary>A piece of streamed speech; the pieces one after another are the whole.</summary>
/// <param name="Samples">Mono, in [-1, 1], at <paramref name="SampleRate"/> Hz.</param>
/// <param name="SampleRate">In Hz.</param>
/// <param name="Codes">Audio codes made since the piece before, a stop code included.</param>
/// <param name="CharactersCompleted">Characters of the request's text whose sentences are spoken completely with this chunk.</param>
public sealed record StreamedChunk(float[] Samples, int SampleRate, int Codes, int CharactersCompleted);
