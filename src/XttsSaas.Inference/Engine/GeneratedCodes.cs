namespace XttsSaas.Inference.Engine;

/// <summary>
/// Codes of one sentence and the hidden states that predicted them, row-major [codes, C]. A final stop code is part of both, as in the reference.
/// </summary>
internal sealed record GeneratedCodes(IReadOnlyList<int> Codes, float[] Hidden, bool Stopped, TimeSpan Prefill, TimeSpan Decode);
