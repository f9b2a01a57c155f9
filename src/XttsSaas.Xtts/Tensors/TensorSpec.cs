namespace XttsSaas.Xtts.Tensors;

/// <summary>One tensor that a model has: its official state-dict name, shape, element type and kind.</summary>
public sealed record TensorSpec(string Name, TensorShape Shape, TensorType Type, TensorKind Kind);
