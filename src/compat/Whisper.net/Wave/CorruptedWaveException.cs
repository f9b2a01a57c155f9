namespace Whisper.net.Wave;

public class CorruptedWaveException(string? message) : Exception(message);
