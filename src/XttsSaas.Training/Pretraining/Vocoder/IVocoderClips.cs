namespace XttsSaas.Training.Pretraining.Vocoder;

/// <summary>Where the vocoder's clips come from.</summary>
public interface IVocoderClips : IDisposable
{
    /// <summary>The training clips of chunk <paramref name="number"/> (from 0); they follow from the number alone.</summary>
    IReadOnlyList<VocoderClip> Training(long number);

    /// <summary>The held-out clips, every time the same.</summary>
    IReadOnlyList<VocoderClip> Validation();
}
