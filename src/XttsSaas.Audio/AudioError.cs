namespace XttsSaas.Audio;

/// <summary>
/// An expected failure with a recording. <paramref name="Message"/> says what was wrong and what to do, in words for
/// the recording's owner; it names no path of this machine.
/// </summary>
public sealed record AudioError(AudioErrorCode Code, string Message);
