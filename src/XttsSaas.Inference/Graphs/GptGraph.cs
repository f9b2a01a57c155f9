using XttsSaas.Inference.Onnx;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Inference.Graphs;

/// <summary>
/// The GPT-2 stack with a key-value cache. One graph serves prefill (past of length 0, all prefix positions at once) and decode steps
/// (one position), so the weights are in memory once. Inputs: embeddings [batch, new, C] and per layer past keys and values
/// [batch, heads, past, width]; outputs: hidden states after both final norms [batch, new, C], logits of the last position, present keys and values.
/// </summary>
internal static class GptGraph
{
    public const string Embeddings = "embeddings";
    public const string Hidden = "hidden";
    public const string Logits = "logits";
    private const float Masked = -1e30f;

    public static string PastKey(int layer) => $"past.{layer}.key";

    public static string PastValue(int layer) => $"past.{layer}.value";

    public static string PresentKey(int layer) => $"present.{layer}.key";

    public static string PresentValue(int layer) => $"present.{layer}.value";

    public static byte[] Build(ModelGraph model)
    {
        var (graph, args) = (model.Graph, model.Config.ModelArgs);
        long channels = args.GptNModelChannels;
        var x = graph.Input(Embeddings, OnnxType.Float, "batch", "new", channels);
        Dim[] past = ["batch", args.GptNHeads, "past", args.GptHeadChannels];
        Dim[] present = ["batch", args.GptNHeads, "total", args.GptHeadChannels];
        Value? mask = null;
        for (var layer = 0; layer < args.GptLayers; layer++)
        {
            graph.Probe($"hidden_{layer}", x);
            var pastKey = graph.Input(PastKey(layer), OnnxType.Float, past);
            var pastValue = graph.Input(PastValue(layer), OnnxType.Float, past);
            mask ??= CausalMask(graph, x, pastKey);
            var block = $"{TensorNames.Stack}.h.{layer}";
            var qkv = graph.Split(model.Matrix(model.LayerNorm(x, block + ".ln_1"), block + ".attn.c_attn"), -1, 3);
            var query = graph.Mul(Heads(model, qkv[0]), (float)(1 / Math.Sqrt(args.GptHeadChannels)));
            var key = graph.Concat(2, pastKey, Heads(model, qkv[1])); // [batch, heads, total, width]
            var value = graph.Concat(2, pastValue, Heads(model, qkv[2]));
            graph.Output(key, PresentKey(layer), OnnxType.Float, present);
            graph.Output(value, PresentValue(layer), OnnxType.Float, present);
            var scores = graph.Add(graph.MatMul(query, graph.Transpose(key, 0, 1, 3, 2)), mask.Value); // [batch, heads, new, total]
            var mixed = graph.Transpose(graph.MatMul(graph.Softmax(scores, -1), value), 0, 2, 1, 3);
            x = graph.Add(x, model.Matrix(graph.Reshape(mixed, 0, 0, channels), block + ".attn.c_proj"));
            var inner = graph.Gelu(model.Matrix(model.LayerNorm(x, block + ".ln_2"), block + ".mlp.c_fc"), tanh: true);
            x = graph.Add(x, model.Matrix(inner, block + ".mlp.c_proj"));
        }
        var normalised = model.LayerNorm(x, TensorNames.Stack + ".ln_f");
        graph.Probe($"hidden_{args.GptLayers}", normalised);
        var hidden = model.LayerNorm(normalised, "gpt.final_norm");
        graph.Output(hidden, Hidden, OnnxType.Float, "batch", "new", channels);
        var last = graph.Slice(hidden, 1, -1, long.MaxValue); // [batch, 1, C]
        var logits = graph.Reshape(model.Linear(last, "gpt.mel_head"), 0, args.GptNumAudioTokens);
        graph.Output(logits, Logits, OnnxType.Float, "batch", args.GptNumAudioTokens);
        return graph.Build();
    }

    private static Value Heads(ModelGraph model, Value x)
    {
        var args = model.Config.ModelArgs;
        return model.Graph.Transpose(model.Graph.Reshape(x, 0, 0, args.GptNHeads, args.GptHeadChannels), 0, 2, 1, 3);
    }

    /// <summary>[new, total]: 0 where a new position may look, a very negative number where it may not.</summary>
    private static Value CausalMask(GraphBuilder graph, Value embeddings, Value pastKey)
    {
        var (fresh, past) = (graph.Length(embeddings, 1), graph.Length(pastKey, 2));
        var rows = graph.Node("Unsqueeze", [graph.Add(graph.Range(fresh), past), graph.Constant(1)]); // absolute positions [new, 1]
        var columns = graph.Range(graph.Add(fresh, past)); // [total]
        var visible = graph.Node("LessOrEqual", [columns, rows]);
        return graph.Node("Where", [visible, graph.Scalar(0f), graph.Scalar(Masked)]);
    }
}
