using XttsSaas.Audio;

namespace XttsSaas.Web.Uploads;

/// <summary>What a broken recording is in the API's words; the file's name is put in front, since one upload may bring many.</summary>
public static class AudioFailures
{
    public static Error ToError(this AudioError fault, string fileName) => new(Code(fault.Code), $"{fileName}: {fault.Message}", "file");

    private static ErrorCode Code(AudioErrorCode code) => code switch
    {
        AudioErrorCode.Empty => ErrorCode.AudioEmpty,
        AudioErrorCode.NotAudio or AudioErrorCode.UnsupportedCodec => ErrorCode.AudioNotRecognised,
        AudioErrorCode.LyingHeader or AudioErrorCode.Truncated or AudioErrorCode.Damaged => ErrorCode.AudioDamaged,
        AudioErrorCode.TooLong => ErrorCode.AudioTooLong,
        AudioErrorCode.Timeout => ErrorCode.CapacityUnavailable,
        _ => ErrorCode.Internal,
    };
}
