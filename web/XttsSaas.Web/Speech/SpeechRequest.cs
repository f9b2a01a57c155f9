using System.Security.Cryptography;
using XttsSaas.Abstractions.Synthesis;

namespace XttsSaas.Web.Speech;

/// <summary>
/// Text to speak. What is left out is as the voice's model has it; without a language it is the
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
    public SpeechSettings Settings() => new(
        Temperature, TopK, TopP, RepetitionPenalty, Speed ?? new SpeechSettings().Speed, Seed ?? RandomNumberGenerator.GetInt32(int.MaxValue));
}
