namespace XttsSaas.Audio.Loudness;

/// <summary>
/// Levels of a clip in dB relative to full scale (a full-scale square wave has 0 dBFS RMS), never below −100.
/// <paramref name="ClippedShare"/> is the share of samples at full scale. <paramref name="SnrDb"/> is an estimate
/// from the clip alone, 0–100 dB.
/// </summary>
public sealed record LoudnessReport(double RmsDbfs, double PeakDbfs, double ClippedShare, double SnrDb);
