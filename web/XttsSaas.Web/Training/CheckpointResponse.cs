namespace XttsSaas.Web.Training;

/// <summary>A checkpoint that was written completely.</summary>
public sealed record CheckpointResponse(int Step, string Sha256, bool Best, DateTimeOffset At);
