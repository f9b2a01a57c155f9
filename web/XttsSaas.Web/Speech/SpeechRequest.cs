using System.Security.Cryptography;
using XttsSaas.Abstractions.Synthesis;

namespace XttsSaas.Web.Speech;

/// <summary>
/// Text to speak. What is left out has the defaults of <see cref="SpeechSettings"/>; without a language it is the
/// voice's own, and without a seed a fresh one is drawn and told in X-Seed.
/// </summary>
public sealed record SpeechRequest(
    VoiceId? Voice,
    string? Text,
    string? Language,
    double? Temperature,
    int? TopK,
    double? TopP,
    double? RepetitionPenalty,
    double? Speed,
    long? Seed)
{
    public SpeechSettings Settings()
    {
        var standard = new SpeechSettings();
        return new SpeechSettings(
            Temperature ?? standard.Temperature,
            TopK ?? standard.TopK,
            TopP ?? standard.TopP,
            RepetitionPenalty ?? standard.RepetitionPenalty,
            Speed ?? standard.Speed,
            Seed ?? RandomNumberGenerator.GetInt32(int.MaxValue));
    }
}
