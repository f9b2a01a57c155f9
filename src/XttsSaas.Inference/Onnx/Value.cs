namespace XttsSaas.Inference.Onnx;

/// <summary>A tensor inside a graph, by its name.</summary>
internal readonly record struct Value(string Name);
