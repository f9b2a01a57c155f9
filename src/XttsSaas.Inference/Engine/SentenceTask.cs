using XttsSaas.Inference.Sampling;

namespace XttsSaas.Inference.Engine;

/// <summary>One sentence to be spoken.</summary>
/// <param name="Ids">Its text ids, language tag first.</param>
/// <param name="Voice">The voice.</param>
/// <param name="Sampling">How codes are drawn.</param>
/// <param name="MaxCodes">Codes at most.</param>
/// <param name="Number">Its place in the request, from 0: each sentence has random draws of its own.</param>
internal sealed record SentenceTask(IReadOnlyList<int> Ids, ConditioningLatents Voice, SamplingOptions Sampling, int MaxCodes, int Number = 0);
