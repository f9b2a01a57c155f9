namespace XttsSaas.Training.Configuration;

/// <summary>
/// In which numbers the GPT's blocks and heads multiply matrices. Weights, their updates, norms, softmax and losses are of float32
/// in every case (Micikevicius et al. 2018, section 3.1).
/// </summary>
public enum PrecisionKind
{
    /// <summary>Bf16 on a card that has it, Fp16 on another card, Fp32 on the CPU.</summary>
    Auto,

    /// <summary>32-bit floating point.</summary>
    Fp32,

    /// <summary>The upper half of 32-bit floating point: its range, 8 bits of precision.</summary>
    Bf16,

    /// <summary>16-bit IEEE floating point: 11 bits of precision, up to 65,504; the loss is scaled. Cards only.</summary>
    Fp16,
}
