namespace XttsSaas.Audio;

/// <summary>Why a recording could not be used.</summary>
public enum AudioErrorCode
{
    /// <summary>There is no such file.</summary>
    Missing,

    /// <summary>The file has no bytes, or no samples.</summary>
    Empty,

    /// <summary>The content is not audio in any format that is read here.</summary>
    NotAudio,

    /// <summary>Audio of a known container in a codec that is not read here.</summary>
    UnsupportedCodec,

    /// <summary>The header promises more than the file holds, or values that cannot be.</summary>
    LyingHeader,

    /// <summary>The recording ends before the length that it declares.</summary>
    Truncated,

    /// <summary>The content broke while it was decoded.</summary>
    Damaged,

    /// <summary>Longer than the limit.</summary>
    TooLong,

    /// <summary>Reading took longer than the limit.</summary>
    Timeout,

    /// <summary>ffmpeg or ffprobe is not installed.</summary>
    ToolMissing,
}
