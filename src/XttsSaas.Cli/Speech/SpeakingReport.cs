namespace XttsSaas.Cli.Speech;

/// <summary>What <c>synth</c> made. The real-time factor is wall time, model loading left out, over the length of the audio.</summary>
internal sealed record SpeakingReport(double AudioSeconds, double WallSeconds, double Rtf, double TimeToFirstAudioMs, int Codes, int Characters);
