namespace XttsSaas.Xtts.Signal;

/// <summary>One possible pitch of a frame.</summary>
/// <param name="Hertz">The frequency.</param>
/// <param name="Cost">Its aperiodicity (0 is a perfect period) and a small charge for lying low.</param>
internal readonly record struct PitchCandidate(float Hertz, float Cost);
