using XttsSaas.Inference.Onnx;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Safetensors;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Inference.Graphs;

/// <summary>A graph under construction with its source of weights: layers are written by the checkpoint's own tensor names.</summary>
internal sealed class ModelGraph(string name, XttsConfig config, SafetensorsFile model, IWeightWriter weights, bool withProbes = false)
{
    private const float Epsilon = 1e-5f;

    public GraphBuilder Graph { get; } = new(name, withProbes);

    public XttsConfig Config => config;

    /// <summary>A tensor of the checkpoint as it is.</summary>
    public Value Weight(string tensor) => weights.Write(Graph, tensor, model.Find(tensor).Shape, model.ReadSingle(tensor));

    /// <summary>A tensor of the checkpoint in another shape with as many elements.</summary>
    public Value Weight(string tensor, TensorShape shape) => weights.Write(Graph, $"{tensor}:{shape}", shape, model.ReadSingle(tensor));

    /// <summary>Numbers that no checkpoint holds.</summary>
    public Value Table(string tensor, TensorShape shape, float[] values) => weights.Write(Graph, tensor, shape, values);

    /// <summary>A weight-normalised weight, folded: g v / ||v||, the norm over all but the first dimension.</summary>
    public Value NormalisedWeight(string layer)
    {
        var shape = model.Find(layer + TensorNames.WeightDirection).Shape;
        var direction = model.ReadSingle(layer + TensorNames.WeightDirection);
        var gain = model.ReadSingle(layer + TensorNames.WeightGain);
        var row = direction.Length / gain.Length;
        for (var i = 0; i < gain.Length; i++)
        {
            var slice = direction.AsSpan(i * row, row);
            var squares = 0.0;
            foreach (var value in slice)
                squares += (double)value * value;
            var scale = gain[i] / Math.Sqrt(squares);
            foreach (ref var value in slice)
                value = (float)(value * scale);
        }
        return weights.Write(Graph, layer + ".weight", shape, direction);
    }

    /// <summary>x W^T + b over the last axis; W is stored [out, in].</summary>
    public Value Linear(Value x, string layer, bool bias = true)
    {
        var result = Graph.MatMul(x, TransposedWeight(layer + ".weight"));
        return bias ? Graph.Add(result, Weight(layer + ".bias")) : result;
    }

    /// <summary>A matrix of the checkpoint with its axes exchanged.</summary>
    public Value TransposedWeight(string tensor)
    {
        var shape = model.Find(tensor).Shape;
        var (rows, columns) = ((int)shape[0], (int)shape[1]);
        var source = model.ReadSingle(tensor);
        var transposed = new float[source.Length];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                transposed[(column * rows) + row] = source[(row * columns) + column];
        }
        return weights.Write(Graph, tensor + ":transposed", new TensorShape(columns, rows), transposed);
    }

    /// <summary>x W + b over the last axis; W is stored [in, out], as GPT-2 does.</summary>
    public Value Matrix(Value x, string layer) => Graph.Add(Graph.MatMul(x, Weight(layer + ".weight")), Weight(layer + ".bias"));

    public Value LayerNorm(Value x, string layer) =>
        Graph.Node("LayerNormalization", [x, Weight(layer + ".weight"), Weight(layer + ".bias")], OnnxAttribute.Int("axis", -1), OnnxAttribute.Float("epsilon", Epsilon));

    /// <summary>Group normalisation of [batch, channels, time].</summary>
    public Value GroupNorm(Value x, string layer, int groups, int channels)
    {
        var (ones, zeros) = (new float[groups], new float[groups]);
        Array.Fill(ones, 1);
        var grouped = Graph.Reshape(x, 0, groups, -1); // [batch, groups, channels / groups * time]
        var normalised = Graph.Node(
            "InstanceNormalization",
            [grouped, weights.Write(Graph, $"ones:{groups}", new TensorShape(groups), ones), weights.Write(Graph, $"zeros:{groups}", new TensorShape(groups), zeros)],
            OnnxAttribute.Float("epsilon", Epsilon));
        var restored = Graph.Node("Reshape", [normalised, Graph.Node("Shape", [x])]);
        var affine = new TensorShape(1, channels, 1);
        return Graph.Add(Graph.Mul(restored, Weight(layer + ".weight", affine)), Weight(layer + ".bias", affine));
    }

    public Value BatchNorm(Value x, string layer) =>
        Graph.Node(
            "BatchNormalization",
            [x, Weight(layer + ".weight"), Weight(layer + ".bias"), Weight(layer + ".running_mean"), Weight(layer + ".running_var")],
            OnnxAttribute.Float("epsilon", Epsilon));

    /// <summary>A convolution over time, input [batch, channels, time]; "same" length for odd kernels and stride 1.</summary>
    public Value Conv1d(Value x, string layer, int kernel = 1, bool bias = true, int stride = 1) =>
        Convolve(x, Weight(layer + ".weight"), bias ? layer : null, kernel, dilation: 1, stride);

    /// <summary>A weight-normalised convolution over time.</summary>
    public Value NormalisedConv1d(Value x, string layer, int kernel, int dilation) => Convolve(x, NormalisedWeight(layer), layer, kernel, dilation, stride: 1);

    /// <summary>A weight-normalised transposed convolution that multiplies the length by <paramref name="stride"/>.</summary>
    public Value NormalisedUpsampling(Value x, string layer, int kernel, int stride)
    {
        var padding = (kernel - stride) / 2;
        return Graph.Node(
            "ConvTranspose",
            [x, NormalisedWeight(layer), Weight(layer + ".bias")],
            OnnxAttribute.Ints("kernel_shape", kernel), OnnxAttribute.Ints("strides", stride), OnnxAttribute.Ints("pads", padding, padding));
    }

    /// <summary>A square convolution over [batch, channels, frequency, time].</summary>
    public Value Conv2d(Value x, string layer, int kernel, int stride, bool bias)
    {
        var padding = kernel / 2;
        Value[] inputs = bias ? [x, Weight(layer + ".weight"), Weight(layer + ".bias")] : [x, Weight(layer + ".weight")];
        return Graph.Node(
            "Conv",
            inputs,
            OnnxAttribute.Ints("kernel_shape", kernel, kernel), OnnxAttribute.Ints("strides", stride, stride),
            OnnxAttribute.Ints("pads", padding, padding, padding, padding));
    }

    private Value Convolve(Value x, Value weight, string? biasLayer, int kernel, int dilation, int stride)
    {
        var padding = (kernel - 1) * dilation / 2;
        Value[] inputs = biasLayer is null ? [x, weight] : [x, weight, Weight(biasLayer + ".bias")];
        return Graph.Node(
            "Conv",
            inputs,
            OnnxAttribute.Ints("kernel_shape", kernel), OnnxAttribute.Ints("strides", stride), OnnxAttribute.Ints("dilations", dilation),
            OnnxAttribute.Ints("pads", padding, padding));
    }
}
