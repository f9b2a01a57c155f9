namespace XttsSaas.Training.Configuration;

/// <summary>What the optimiser changes.</summary>
public enum TrainingMode
{
    /// <summary>Every parameter of the GPT part, conditioning encoder and perceiver included.</summary>
    Full,

    /// <summary>Low-rank adapters beside chosen matrices; the base stays as it is.</summary>
    Lora,
}
