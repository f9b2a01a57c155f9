using XttsSaas.Abstractions.Voices;

namespace XttsSaas.Domain.Voices;

/// <summary>How much reference audio a voice takes. The model conditions on at most 30 seconds.</summary>
public static class VoiceReferenceRules
{
    public const int MaxReferences = 20;
    public const double MinSeconds = 1;
    public const double MaxSeconds = 60;

    public static Result Check(int existing, VoiceReference reference)
    {
        if (existing >= MaxReferences)
            return Error.Invalid("file", $"The voice already has {MaxReferences} reference clips, the most it takes.");
        return reference.Seconds is >= MinSeconds and <= MaxSeconds
            ? Result.Success
            : Error.Invalid("file", $"The clip lasts {reference.Seconds:0.0} s; a reference must last {MinSeconds} to {MaxSeconds} s.");
    }
}
