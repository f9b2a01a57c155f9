using System.Collections.Frozen;
using System.Text.Json;

namespace XttsSaas.Web.Problems;

/// <summary>The one table that gives every expected failure its HTTP status and title.</summary>
public static class ProblemCatalog
{
    private static readonly FrozenDictionary<ErrorCode, ProblemKind> Kinds = new Dictionary<ErrorCode, ProblemKind>
    {
        [ErrorCode.NotFound] = new(StatusCodes.Status404NotFound, "Not found"),
        [ErrorCode.InvalidRequest] = new(StatusCodes.Status400BadRequest, "Invalid request"),
        [ErrorCode.InvalidState] = new(StatusCodes.Status409Conflict, "Not possible in this state"),
        [ErrorCode.Conflict] = new(StatusCodes.Status409Conflict, "Conflict"),
        [ErrorCode.Unauthenticated] = new(StatusCodes.Status401Unauthorized, "Not signed in"),
        [ErrorCode.Forbidden] = new(StatusCodes.Status403Forbidden, "Not allowed"),
        [ErrorCode.TenantSuspended] = new(StatusCodes.Status403Forbidden, "Organisation suspended"),
        [ErrorCode.QuotaExceeded] = new(StatusCodes.Status402PaymentRequired, "Quota used up"),
        [ErrorCode.TooManyRequests] = new(StatusCodes.Status429TooManyRequests, "Too many requests"),
        [ErrorCode.TextTooLong] = new(StatusCodes.Status422UnprocessableEntity, "Text too long"),
        [ErrorCode.TextEmpty] = new(StatusCodes.Status422UnprocessableEntity, "Text empty"),
        [ErrorCode.LanguageNotSupported] = new(StatusCodes.Status422UnprocessableEntity, "Language not supported"),
        [ErrorCode.VoiceNotReady] = new(StatusCodes.Status409Conflict, "Voice not ready"),
        [ErrorCode.ConsentMissing] = new(StatusCodes.Status409Conflict, "Consent missing"),
        [ErrorCode.AudioEmpty] = new(StatusCodes.Status422UnprocessableEntity, "Audio empty"),
        [ErrorCode.AudioNotRecognised] = new(StatusCodes.Status422UnprocessableEntity, "Audio not recognised"),
        [ErrorCode.AudioDamaged] = new(StatusCodes.Status422UnprocessableEntity, "Audio damaged"),
        [ErrorCode.AudioTooLong] = new(StatusCodes.Status422UnprocessableEntity, "Audio too long"),
        [ErrorCode.FileTooLarge] = new(StatusCodes.Status413PayloadTooLarge, "File too large"),
        [ErrorCode.StorageFull] = new(StatusCodes.Status507InsufficientStorage, "Storage full"),
        [ErrorCode.TranscriptInvalid] = new(StatusCodes.Status422UnprocessableEntity, "Transcript invalid"),
        [ErrorCode.TranscriptFileMissing] = new(StatusCodes.Status422UnprocessableEntity, "Transcript names a missing file"),
        [ErrorCode.DatasetEmpty] = new(StatusCodes.Status409Conflict, "Dataset empty"),
        [ErrorCode.DatasetNotBuilt] = new(StatusCodes.Status409Conflict, "Dataset not built"),
        [ErrorCode.TrainingFailed] = new(StatusCodes.Status409Conflict, "Training failed"),
        [ErrorCode.CapacityUnavailable] = new(StatusCodes.Status503ServiceUnavailable, "No capacity"),
        [ErrorCode.Cancelled] = new(StatusCodes.Status499ClientClosedRequest, "Cancelled"),
        [ErrorCode.Internal] = new(StatusCodes.Status500InternalServerError, "Internal error"),
    }.ToFrozenDictionary();

    public static ProblemKind Of(ErrorCode code) => Kinds[code];

    /// <summary>The stable code on the wire: <c>not_found</c>.</summary>
    public static string Name(ErrorCode code) => JsonNamingPolicy.SnakeCaseLower.ConvertName(code.ToString());

    /// <summary>The failure that a bare HTTP status stands for: what routing and the server answer by themselves.</summary>
    public static Error OfStatus(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => new(ErrorCode.Unauthenticated, "Send an API key or an access token as 'Authorization: Bearer …'."),
        StatusCodes.Status403Forbidden => new(ErrorCode.Forbidden, "These credentials may not do this."),
        StatusCodes.Status404NotFound => new(ErrorCode.NotFound, "There is nothing at this address."),
        StatusCodes.Status405MethodNotAllowed => new(ErrorCode.InvalidRequest, "This address does not take that method; the Allow header lists those it takes."),
        StatusCodes.Status413PayloadTooLarge => new(ErrorCode.FileTooLarge, "The request's body is larger than this address takes."),
        StatusCodes.Status415UnsupportedMediaType => new(ErrorCode.InvalidRequest, "The Content-Type does not fit: send application/json, or multipart/form-data where files are taken."),
        StatusCodes.Status429TooManyRequests => new(ErrorCode.TooManyRequests, "Too many requests; try again a little later."),
        >= 400 and < 500 => new(ErrorCode.InvalidRequest, "The request could not be understood."),
        _ => new(ErrorCode.Internal, "Something went wrong on our side. Quote the request id when you ask about it."),
    };
}
