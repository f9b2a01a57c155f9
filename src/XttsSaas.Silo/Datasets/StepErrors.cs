using XttsSaas.Audio;
using XttsSaas.Datasets.Building;

namespace XttsSaas.Silo.Datasets;

/// <summary>What a failed step tells the dataset's owner.</summary>
internal static class StepErrors
{
    public static Error Describe(Exception exception) => exception switch
    {
        StepException step => step.Error,
        AudioException audio => Describe(audio.Error),
        BuildException build => new Error(ErrorCode.InvalidRequest, build.Message),
        IOException { HResult: var code } when (code & 0xFFFF) is 28 or 112 => new Error(ErrorCode.StorageFull, "The server's disk is full; try again later."),
        _ => new Error(ErrorCode.Internal, "The step failed for a reason on our side. Start it again; what was finished is kept."),
    };

    public static Error Describe(AudioError error) => new(Code(error.Code), error.Message);

    private static ErrorCode Code(AudioErrorCode code) => code switch
    {
        AudioErrorCode.Empty => ErrorCode.AudioEmpty,
        AudioErrorCode.NotAudio or AudioErrorCode.UnsupportedCodec => ErrorCode.AudioNotRecognised,
        AudioErrorCode.TooLong or AudioErrorCode.Timeout => ErrorCode.AudioTooLong,
        AudioErrorCode.ToolMissing => ErrorCode.CapacityUnavailable,
        _ => ErrorCode.AudioDamaged,
    };
}
