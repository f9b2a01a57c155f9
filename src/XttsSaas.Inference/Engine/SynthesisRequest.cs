using XttsSaas.Inference.Sampling;

namespace XttsSaas.Inference.Engine;

/// <summary>Text to be spoken with a voice.</summary>
/// <param name="Text">Any length; it is split into sentences.</param>
/// <param name="Language">One of the 17, "en" or "en-US".</param>
/// <param name="Conditioning">The voice.</param>
/// <param name="Sampling">How codes are drawn.</param>
/// <param name="MaxCodes">Codes per sentence at most; null sets a limit from the sentence's length.</param>
public sealed record SynthesisRequest(string Text, string Language, ConditioningLatents Conditioning, SamplingOptions Sampling, int? MaxCodes = null);
