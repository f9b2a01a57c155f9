namespace XttsSaas.Abstractions.Results;

/// <summary>
/// Every expected failure that can cross a grain or an API boundary. The API's stable code is the name in
/// snake_case; one table at the edge gives each its HTTP status.
/// </summary>
public enum ErrorCode
{
    NotFound,
    InvalidRequest,
    InvalidState,
    Conflict,
    Unauthenticated,
    Forbidden,
    TenantSuspended,
    QuotaExceeded,
    TooManyRequests,
    TextTooLong,
    TextEmpty,
    LanguageNotSupported,
    VoiceNotReady,
    ConsentMissing,
    AudioEmpty,
    AudioNotRecognised,
    AudioDamaged,
    AudioTooLong,
    FileTooLarge,
    StorageFull,
    TranscriptInvalid,
    TranscriptFileMissing,
    DatasetEmpty,
    DatasetNotBuilt,
    TrainingFailed,
    CapacityUnavailable,
    Cancelled,
    Internal,
}
