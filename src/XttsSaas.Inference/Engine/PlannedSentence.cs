namespace XttsSaas.Inference.Engine;

/// <summary>A sentence with its text ids and where it ends in the request's text.</summary>
internal sealed record PlannedSentence(string Text, int[] Ids, int EndsAt);
