using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Inference.Onnx;

/// <summary>
/// Decides how a weight is stored. It returns the float32 value that the graph computes with, so a writer for a smaller type adds its
/// own cast or dequantise node and no graph changes.
/// </summary>
internal interface IWeightWriter
{
    Value Write(GraphBuilder graph, string name, TensorShape shape, ReadOnlySpan<float> values);
}
