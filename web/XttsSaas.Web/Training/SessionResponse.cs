using XttsSaas.Abstractions.Training;

namespace XttsSaas.Web.Training;

/// <summary>A training session. Losses are mean cross entropy in nats; times in seconds.</summary>
public sealed record SessionResponse(
    SessionId Id,
    string Name,
    VoiceId Voice,
    DatasetId Dataset,
    int Build,
    SettingsResponse Settings,
    SessionState State,
    FailureResponse? Failure,
    int Step,
    int TotalSteps,
    double? SecondsLeft,
    double? FirstTrainLoss,
    double? LastTrainLoss,
    double? FirstValidationLoss,
    double? LastValidationLoss,
    int? BestStep,
    IReadOnlyList<CheckpointResponse> Checkpoints,
    IReadOnlyList<SoundResponse> Sounds,
    TrainingResultResponse? Result,
    string? Device,
    int Interruptions,
    double DeviceSeconds,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt)
{
    public static SessionResponse Of(SessionDetails session) => new(
        session.Id,
        session.Request.Name,
        session.Request.Voice,
        session.Request.Dataset,
        session.Request.Build,
        SettingsResponse.Of(session.Request.Settings),
        session.State,
        FailureResponse.Of(session.Failure),
        session.Step,
        session.TotalSteps,
        session.SecondsLeft,
        session.FirstTrainLoss,
        session.LastTrainLoss,
        session.FirstValidationLoss,
        session.LastValidationLoss,
        session.BestStep,
        [.. session.Checkpoints.Select(point => new CheckpointResponse(point.Step, point.Sha256, point.Best, point.At))],
        [.. (session.Sounds ?? []).Select(sound => SoundResponse.Of(session.Id, sound))],
        session.Result is { } result ? new TrainingResultResponse(result.Steps, result.BestStep, result.CheckpointSha256, result.BetterThanZeroShot) : null,
        session.Device,
        session.Interruptions,
        session.DeviceSeconds,
        session.CreatedAt,
        session.StartedAt,
        session.EndedAt);
}
