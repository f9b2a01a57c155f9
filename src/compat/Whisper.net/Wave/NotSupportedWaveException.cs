namespace Whisper.net.Wave;

public class NotSupportedWaveException(string? message) : Exception(message);
