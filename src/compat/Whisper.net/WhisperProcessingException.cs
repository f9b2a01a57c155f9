namespace Whisper.net;

/// <summary>whisper.cpp gave up on a recording.</summary>
public class WhisperProcessingException(int errorCode) : Exception($"whisper.cpp stopped with code {errorCode}.")
{
    public int ErrorCode { get; } = errorCode;
}
