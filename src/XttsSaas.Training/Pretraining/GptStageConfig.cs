namespace XttsSaas.Training.Pretraining;

/// <summary>Training of the GPT with its conditioning encoder: text and a prompt of the same speaker to audio codes.</summary>
public sealed record GptStageConfig : StageConfig
{
    /// <summary>Weight of the cross entropy of the text.</summary>
    public double TextLossWeight { get; init; } = 0.02;

    /// <summary>Each clip has a random share of its input codes, up to this one, replaced by random codes; targets never are.</summary>
    public double InputCorruption { get; init; } = 0.3;

    /// <summary>Weight of the mel spectrogram (L1) that a training-only head reads from the hidden states.</summary>
    public double MelWeight { get; init; } = 0.5;

    /// <summary>Weight of the pitch (L1, octaves, voiced frames) and of voicing that the same head reads.</summary>
    public double PitchWeight { get; init; } = 0.5;

    /// <summary>Weight of the phoneme (cross entropy) that the same head reads.</summary>
    public double PhonemeWeight { get; init; } = 0.3;

    /// <summary>
    /// Weight of the attention that one head must pay to the letters being spoken, where the corpus says which they are: minus the
    /// logarithm of the weight on them. Without it, a small model needs many times more speech before it follows a text.
    /// </summary>
    public double AlignmentWeight { get; init; } = 0.2;

    /// <summary>Numbers of the blocks whose first head is taught so, from 0.</summary>
    public IReadOnlyList<int> AlignmentBlocks { get; init; } = [1, 2];

    /// <summary>Seconds of the prompt, which is cut from another clip of the speaker.</summary>
    public double PromptSeconds { get; init; } = 2;

    /// <summary>Recordings per speaker that prompts are cut from.</summary>
    public int PromptsPerSpeaker { get; init; } = 24;

    public double Dropout { get; init; }

    /// <summary>Second decay rate of AdamW.</summary>
    public double Beta2 { get; init; } = 0.98;
}
