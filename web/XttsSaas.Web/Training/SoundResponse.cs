using XttsSaas.Abstractions.Training;

namespace XttsSaas.Web.Training;

/// <summary>
/// How a checkpoint sounds on held-out sentences; step 0 is the base model that clones from the same clips. Shares are 0–1, the
/// distortion is in dB. <c>sample</c> is the address of a WAV file of the first sentence.
/// </summary>
public sealed record SoundResponse(
    int Step, int Sentences, double Understood, double Similarity, double MelCepstralDistortion, double LengthRatio, int StopFailures, double Value, bool Best, string Sample)
{
    public static SoundResponse Of(SessionId session, CheckpointSound sound) => new(
        sound.Step, sound.Sentences, sound.Understood, sound.Similarity, sound.MelCepstralDistortion, sound.LengthRatio, sound.StopFailures, sound.Value, sound.Best,
        AddressOf(session, sound.Step));

    /// <summary>Where the sample of a step is served.</summary>
    public static string AddressOf(SessionId session, int step) => $"/v1/training-sessions/{session}/samples/{step}";
}
