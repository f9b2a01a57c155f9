namespace XttsSaas.Training.Pretraining;

/// <summary>Training of the vocoder on the hidden states of the teacher-forced GPT, with speaker embeddings.</summary>
public sealed record VocoderStageConfig : StageConfig
{
    /// <summary>Codes per training segment.</summary>
    public int SegmentCodes { get; init; } = 16;

    /// <summary>Clips that the GPT runs over at once, and from which the segments of the next <see cref="ChunkSteps"/> steps are cut.</summary>
    public int ChunkClips { get; init; } = 64;

    /// <summary>Steps that a chunk of clips serves.</summary>
    public int ChunkSteps { get; init; } = 50;

    /// <summary>Windows of the multi-resolution spectral loss, in samples at the output rate.</summary>
    public IReadOnlyList<int> Windows { get; init; } = [256, 512, 1024, 2048, 4096];

    /// <summary>Weight of the mel spectrogram (L1) beside the spectral loss.</summary>
    public double MelWeight { get; init; } = 1;

    /// <summary>Weight of the speaker consistency loss, 1 - the cosine of the speaker encoder's embeddings; 0 leaves it out.</summary>
    public double SpeakerWeight { get; init; } = 0.5;

    /// <summary>Weight of the pitch (L1, octaves) and voicing of a generator that has an excitation.</summary>
    public double PitchWeight { get; init; } = 2;
}
