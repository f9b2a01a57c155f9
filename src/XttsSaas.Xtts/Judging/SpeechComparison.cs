namespace XttsSaas.Xtts.Judging;

/// <summary>An utterance against the recording that it should sound like.</summary>
/// <param name="MelCepstralDistortion">In dB, after alignment; 0 is the same, about 4 to 8 is usual for synthetic speech.</param>
/// <param name="Pitch">Agreement of the pitch along the alignment.</param>
/// <param name="LengthRatio">Seconds of the utterance over those of the recording, silence at the ends left out.</param>
public sealed record SpeechComparison(double MelCepstralDistortion, PitchAgreement Pitch, double LengthRatio)
{
    public static SpeechComparison Of(SpeechFeatures utterance, SpeechFeatures recording)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        ArgumentNullException.ThrowIfNull(recording);
        var path = TimeWarping.Align(utterance.Cepstra, recording.Cepstra);
        return new SpeechComparison(path.Distance, PitchAgreement.Of(path, utterance.Pitch, recording.Pitch), utterance.Seconds / recording.Seconds);
    }
}
