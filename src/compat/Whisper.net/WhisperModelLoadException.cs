namespace Whisper.net;

/// <summary>The model file could not be read.</summary>
public class WhisperModelLoadException(string message) : Exception(message);
