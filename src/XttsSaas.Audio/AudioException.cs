namespace XttsSaas.Audio;

/// <summary>Carries an <see cref="AudioError"/> out of a stream of samples, where a result value cannot.</summary>
public sealed class AudioException(AudioError error) : Exception(error.Message)
{
    public AudioError Error { get; } = error;
}
