namespace XttsSaas.Web.Training;

/// <summary>What a completed session left: the digest is that of the checkpoint's manifest.</summary>
public sealed record TrainingResultResponse(int Steps, int BestStep, string CheckpointSha256);
