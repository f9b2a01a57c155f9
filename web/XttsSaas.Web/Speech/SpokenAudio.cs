namespace XttsSaas.Web.Speech;

/// <summary>Speech that was made and settled: a whole WAV file at 24,000 Hz mono.</summary>
public sealed record SpokenAudio(byte[] Wav, int Characters, double Seconds, long Seed);
