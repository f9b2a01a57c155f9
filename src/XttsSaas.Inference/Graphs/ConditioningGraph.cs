using XttsSaas.Inference.Onnx;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Inference.Graphs;

/// <summary>
/// Style mel [batch, mels, frames] to conditioning latents [batch, latents, C]: 1x1 convolution, attention blocks whose residual is the
/// normalised input, then the perceiver without norms before its layers.
/// </summary>
internal static class ConditioningGraph
{
    public const string Mel = "mel";
    public const string Latents = "latents";

    public static byte[] Build(ModelGraph model)
    {
        var (graph, args, parts) = (model.Graph, model.Config.ModelArgs, model.Config.Architecture);
        var x = graph.Input(Mel, OnnxType.Float, "batch", parts.Conditioning.MelChannels, "frames");
        x = model.Conv1d(x, TensorNames.ConditioningEncoder + ".init"); // [batch, C, frames]
        graph.Probe("enc_init", x);
        for (var index = 0; index < parts.Conditioning.Blocks; index++)
        {
            x = AttentionBlock(model, x, $"{TensorNames.ConditioningEncoder}.attn.{index}");
            graph.Probe($"enc_block{index}", x);
        }
        graph.Probe("enc", x);
        var context = graph.Transpose(x, 0, 2, 1); // [batch, frames, C]
        graph.Output(Perceive(model, context), Latents, OnnxType.Float, "batch", parts.Perceiver.NumLatents, args.GptNModelChannels);
        return graph.Build();
    }

    /// <summary>Groups of the block's normalisation: 32, fewer for narrow models.</summary>
    public static int Groups(int channels)
    {
        var groups = channels <= 16 ? 8 : channels <= 64 ? 16 : 32;
        while (channels % groups != 0)
            groups /= 2;
        return groups;
    }

    private static Value AttentionBlock(ModelGraph model, Value x, string block)
    {
        var graph = model.Graph;
        var (channels, heads) = (model.Config.ModelArgs.GptNModelChannels, model.Config.ModelArgs.GptNHeads);
        var width = channels / heads;
        var normalised = model.GroupNorm(x, block + ".norm", Groups(channels), channels);
        // Channels are laid out per head: q, k and v of head 0, then of head 1, …
        var qkv = graph.Reshape(model.Conv1d(normalised, block + ".qkv"), 0, heads, 3 * width, -1);
        var split = graph.Split(qkv, 2, 3); // each [batch, heads, width, frames]
        var scale = (float)Math.Pow(width, -0.25);
        var query = graph.Transpose(graph.Mul(split[0], scale), 0, 1, 3, 2);
        var attention = graph.Softmax(graph.MatMul(query, graph.Mul(split[1], scale)), -1); // [batch, heads, frames, frames]
        var mixed = graph.MatMul(split[2], graph.Transpose(attention, 0, 1, 3, 2)); // [batch, heads, width, frames]
        return graph.Add(normalised, model.Conv1d(graph.Reshape(mixed, 0, channels, -1), block + ".proj_out"));
    }

    private static Value Perceive(ModelGraph model, Value context)
    {
        var (graph, perceiver, channels) = (model.Graph, model.Config.Architecture.Perceiver, model.Config.ModelArgs.GptNModelChannels);
        var learned = model.Weight(TensorNames.Perceiver + ".latents", new TensorShape(1, perceiver.NumLatents, channels));
        var target = graph.Concat(0, graph.Length(context, 0), graph.Constant(perceiver.NumLatents, channels));
        var latents = graph.Node("Expand", [learned, target]); // [batch, latents, C]
        for (var index = 0; index < perceiver.Depth; index++)
        {
            var layer = $"{TensorNames.Perceiver}.layers.{index}";
            latents = graph.Add(latents, CrossAttention(model, latents, context, layer + ".0"));
            latents = graph.Add(latents, FeedForward(model, latents, layer + ".1"));
        }
        // RMSNorm: x / max(||x||, 1e-12) * sqrt(C) * gamma.
        var length = graph.Max(graph.Norm(latents, -1), 1e-12f);
        var unit = graph.Mul(graph.Div(latents, length), (float)Math.Sqrt(channels));
        return graph.Mul(unit, model.Weight(TensorNames.Perceiver + ".norm.gamma"));
    }

    private static Value CrossAttention(ModelGraph model, Value latents, Value context, string layer)
    {
        var (graph, perceiver) = (model.Graph, model.Config.Architecture.Perceiver);
        var query = Heads(model, model.Linear(latents, layer + ".to_q", bias: false));
        var keysAndValues = graph.Split(model.Linear(graph.Concat(1, latents, context), layer + ".to_kv", bias: false), -1, 2);
        var (key, value) = (Heads(model, keysAndValues[0]), Heads(model, keysAndValues[1]));
        var scores = graph.MatMul(graph.Mul(query, (float)(1 / Math.Sqrt(perceiver.DimHead))), graph.Transpose(key, 0, 1, 3, 2));
        var mixed = graph.MatMul(graph.Softmax(scores, -1), value); // [batch, heads, latents, width]
        return model.Linear(graph.Reshape(graph.Transpose(mixed, 0, 2, 1, 3), 0, 0, perceiver.InnerDim), layer + ".to_out", bias: false);
    }

    private static Value Heads(ModelGraph model, Value x)
    {
        var perceiver = model.Config.Architecture.Perceiver;
        return model.Graph.Transpose(model.Graph.Reshape(x, 0, 0, perceiver.Heads, perceiver.DimHead), 0, 2, 1, 3);
    }

    private static Value FeedForward(ModelGraph model, Value x, string layer)
    {
        var graph = model.Graph;
        var halves = graph.Split(model.Linear(x, layer + ".0"), -1, 2);
        return model.Linear(graph.Mul(halves[0], graph.Gelu(halves[1], tanh: false)), layer + ".2");
    }
}
