namespace XttsSaas.Abstractions.Synthesis;

/// <summary>
/// A piece of speech: 24,000 Hz mono PCM16 little-endian. <paramref name="CharactersDelivered"/> counts the request's
/// characters whose audio is complete with this chunk; it only grows, and ends at the text's length.
/// </summary>
[GenerateSerializer, Immutable, Alias("SpeechChunk")]
public sealed record SpeechChunk(byte[] Pcm, int CharactersDelivered)
{
    public const int SampleRate = 24_000;
}
