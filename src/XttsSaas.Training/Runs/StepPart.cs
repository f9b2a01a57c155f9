namespace XttsSaas.Training.Runs;

/// <summary>What an optimiser step consists of.</summary>
public enum StepPart
{
    /// <summary>The batch, the model and its losses.</summary>
    Forward,

    /// <summary>The gradients.</summary>
    Backward,

    /// <summary>The gradients' norm, clipping and AdamW.</summary>
    Update,
}
