namespace XttsSaas.Xtts.Tensors;

/// <summary>Whether an optimiser may change a tensor.</summary>
public enum TensorKind
{
    Parameter,
    Buffer,
}
