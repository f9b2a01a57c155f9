namespace XttsSaas.Training.Pretraining.Features;

/// <summary>What a recording sounds like, four mel frames per audio code.</summary>
/// <param name="Mel">[codes, 4, 80], normalised log mel of the DVAE's front end.</param>
/// <param name="Pitch">[codes, 4], log2 of the fundamental frequency in Hz; 0 where the frame is unvoiced.</param>
public sealed record Acoustics(Half[] Mel, Half[] Pitch)
{
    public const int FramesPerCode = 4;
    public const int Mels = 80;

    /// <summary>Numbers of <see cref="Mel"/> per code.</summary>
    public const int MelPerCode = FramesPerCode * Mels;

    public int Codes => Pitch.Length / FramesPerCode;
}
