namespace XttsSaas.Inference.Onnx;

/// <summary>The ONNX operators that the model uses, as methods.</summary>
internal static class Operators
{
    public static Value Add(this GraphBuilder graph, Value a, Value b) => graph.Node("Add", [a, b]);

    public static Value Sub(this GraphBuilder graph, Value a, Value b) => graph.Node("Sub", [a, b]);

    public static Value Mul(this GraphBuilder graph, Value a, Value b) => graph.Node("Mul", [a, b]);

    public static Value Mul(this GraphBuilder graph, Value a, float factor) => graph.Node("Mul", [a, graph.Scalar(factor)]);

    public static Value Div(this GraphBuilder graph, Value a, Value b) => graph.Node("Div", [a, b]);

    public static Value Max(this GraphBuilder graph, Value a, float least) => graph.Node("Max", [a, graph.Scalar(least)]);

    public static Value Sqrt(this GraphBuilder graph, Value a) => graph.Node("Sqrt", [a]);

    public static Value Cast(this GraphBuilder graph, Value a, OnnxType type) => graph.Node("Cast", [a], OnnxAttribute.Int("to", (long)type));

    public static Value Float(this GraphBuilder graph, Value a) => graph.Cast(a, OnnxType.Float);

    public static Value Relu(this GraphBuilder graph, Value a) => graph.Node("Relu", [a]);

    public static Value LeakyRelu(this GraphBuilder graph, Value a, float slope) => graph.Node("LeakyRelu", [a], OnnxAttribute.Float("alpha", slope));

    public static Value Tanh(this GraphBuilder graph, Value a) => graph.Node("Tanh", [a]);

    public static Value Sigmoid(this GraphBuilder graph, Value a) => graph.Node("Sigmoid", [a]);

    /// <summary>x * Phi(x), exactly or with GPT-2's tanh approximation.</summary>
    public static Value Gelu(this GraphBuilder graph, Value a, bool tanh) =>
        graph.Node("Gelu", [a], OnnxAttribute.Text("approximate", tanh ? "tanh" : "none"));

    public static Value MatMul(this GraphBuilder graph, Value a, Value b) => graph.Node("MatMul", [a, b]);

    public static Value Softmax(this GraphBuilder graph, Value a, int axis) => graph.Node("Softmax", [a], OnnxAttribute.Int("axis", axis));

    public static Value Concat(this GraphBuilder graph, int axis, params ReadOnlySpan<Value> values) =>
        graph.Node("Concat", values, OnnxAttribute.Int("axis", axis));

    public static Value[] Split(this GraphBuilder graph, Value a, int axis, int parts) =>
        graph.Nodes("Split", [a], parts, OnnxAttribute.Int("axis", axis), OnnxAttribute.Int("num_outputs", parts));

    /// <summary>0 keeps a dimension, -1 takes the rest.</summary>
    public static Value Reshape(this GraphBuilder graph, Value a, params ReadOnlySpan<long> dims) => graph.Node("Reshape", [a, graph.Constant(dims)]);

    public static Value Transpose(this GraphBuilder graph, Value a, params ReadOnlySpan<long> axes) =>
        graph.Node("Transpose", [a], OnnxAttribute.Ints("perm", axes));

    /// <summary>Length of one axis, as a one-element tensor.</summary>
    public static Value Length(this GraphBuilder graph, Value a, int axis) =>
        graph.Node("Shape", [a], OnnxAttribute.Int("start", axis), OnnxAttribute.Int("end", axis + 1));

    public static Value ReduceSum(this GraphBuilder graph, Value a, int axis) =>
        graph.Node("ReduceSum", [a, graph.Constant(axis)], OnnxAttribute.Int("keepdims", 1));

    public static Value ReduceMean(this GraphBuilder graph, Value a, params ReadOnlySpan<long> axes) =>
        graph.Node("ReduceMean", [a, graph.Constant(axes)], OnnxAttribute.Int("keepdims", 1));

    /// <summary>Repeats every element of the last axis of a [batch, channels, time] value.</summary>
    public static Value RepeatEach(this GraphBuilder graph, Value a, int channels, int times)
    {
        var column = graph.Node("Unsqueeze", [a, graph.Constant(3)]); // [batch, channels, time, 1]
        return graph.Reshape(graph.Concat(3, [.. Enumerable.Repeat(column, times)]), 0, channels, -1);
    }

    /// <summary>Euclidean length along an axis.</summary>
    public static Value Norm(this GraphBuilder graph, Value a, int axis) =>
        graph.Node("ReduceL2", [a, graph.Constant(axis)], OnnxAttribute.Int("keepdims", 1));

    /// <summary>0, 1, … up to a one-element length.</summary>
    public static Value Range(this GraphBuilder graph, Value length) =>
        graph.Node("Range", [graph.Scalar(0L), graph.Node("Squeeze", [length]), graph.Scalar(1L)]);

    /// <summary>Elements [start, end) of one axis; the ends may be negative.</summary>
    public static Value Slice(this GraphBuilder graph, Value a, int axis, long start, long end) =>
        graph.Node("Slice", [a, graph.Constant(start), graph.Constant(end), graph.Constant(axis)]);
}
