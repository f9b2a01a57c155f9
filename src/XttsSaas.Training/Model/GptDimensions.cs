namespace XttsSaas.Training.Model;

/// <summary>What the GPT's forward pass must know beyond the shapes of its tensors.</summary>
public sealed record GptDimensions
{
    /// <summary>Attention heads of the stack and of the conditioning encoder.</summary>
    public required int Heads { get; init; }

    /// <summary>Attention heads of the perceiver.</summary>
    public required int PerceiverHeads { get; init; }

    public required int StartText { get; init; }

    public required int StopText { get; init; }

    public required int StartAudio { get; init; }

    public required int StopAudio { get; init; }

    /// <summary>Samples at 22,050 Hz that one audio code spans.</summary>
    public required int SamplesPerCode { get; init; }

    /// <summary>Rows of the text position table.</summary>
    public required int TextPositions { get; init; }

    /// <summary>Rows of the audio position table.</summary>
    public required int AudioPositions { get; init; }
}
