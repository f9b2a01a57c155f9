namespace XttsSaas.Xtts.Tensors;

/// <summary>A tensor in a file: its name there, element type and shape.</summary>
public record TensorInfo(string Name, TensorType Type, TensorShape Shape);
