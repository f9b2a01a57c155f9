namespace XttsSaas.Inference.Engine;

/// <summary>What one sentence took.</summary>
/// <param name="TextTokens">Text ids, language tag included.</param>
/// <param name="Codes">Audio codes made, the stop code included.</param>
/// <param name="Stopped">Whether the model ended by itself; false when the limit of codes cut it short.</param>
/// <param name="Prefill">Time for the prefix and the first code.</param>
/// <param name="Decode">Time for all further codes.</param>
/// <param name="Vocoder">Time from hidden states to samples.</param>
/// <param name="SinceRequest">Time from the request to the end of this sentence: for the first one the time to first audio.</param>
public sealed record SentenceStats(int TextTokens, int Codes, bool Stopped, TimeSpan Prefill, TimeSpan Decode, TimeSpan Vocoder, TimeSpan SinceRequest);
