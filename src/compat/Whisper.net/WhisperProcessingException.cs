namespace Whisper.net;

/// <summary>whisper.cpp gave up on a recording.</summary>
public class WhisperProcessingException(string message) : Exception(message);
