namespace XttsSaas.Abstractions.Training;

/// <summary>All GPT weights, or low-rank adapters beside frozen ones.</summary>
public enum TrainingMode
{
    Lora,
    Full,
}
