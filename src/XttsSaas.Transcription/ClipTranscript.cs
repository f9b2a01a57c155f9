namespace XttsSaas.Transcription;

/// <summary>
/// What was heard in a clip: text without surrounding spaces, empty where nothing was said; the language's two letters;
/// the mean probability of the words, 0–1.
/// </summary>
public sealed record ClipTranscript(string Key, string Text, string Language, double Confidence);
