namespace XttsSaas.Web.Training;

/// <summary>
/// What a completed session left: the digest is that of the checkpoint's manifest. A result that sounds no better than the base model
/// cloning from the same clips (<c>betterThanZeroShot</c> false) is not charged and not made the voice's active version.
/// </summary>
public sealed record TrainingResultResponse(int Steps, int BestStep, string CheckpointSha256, bool? BetterThanZeroShot);
