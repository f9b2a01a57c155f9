using XttsSaas.Inference.Onnx;

namespace XttsSaas.Inference.Graphs;

/// <summary>
/// Normalised log mel [batch, mels, frames] to audio codes [batch, ceil(ceil(frames / 2) / 2)]: strided convolutions, residual blocks, and
/// the nearest code vector by squared distance, the lowest index where several are as near.
/// </summary>
internal static class DvaeEncoderGraph
{
    public const string Mel = "mel";
    public const string Codes = "codes";
    private const int Kernel = 3;

    public static byte[] Build(ModelGraph model)
    {
        var (graph, dvae) = (model.Graph, model.Config.Architecture.Dvae);
        var x = graph.Input(Mel, OnnxType.Float, "batch", dvae.Channels, "frames");
        var index = 0;
        for (var layer = 0; layer < dvae.NumLayers; layer++)
            x = graph.Relu(model.Conv1d(x, $"encoder.{index++}.0", Kernel, stride: 2));
        for (var block = 0; block < dvae.NumResnetBlocks; block++)
            x = ResidualBlock(model, x, $"encoder.{index++}");
        var z = graph.Transpose(model.Conv1d(x, $"encoder.{index}"), 0, 2, 1); // [batch, codes, width]
        graph.Probe("z", z);
        var nearness = Nearness(model, z);
        graph.Probe("margin", () => Margin(graph, nearness));
        var codes = graph.Node("ArgMax", [nearness], OnnxAttribute.Int("axis", -1), OnnxAttribute.Int("keepdims", 0));
        graph.Output(codes, Codes, OnnxType.Int64, "batch", "codes");
        return graph.Build();
    }

    /// <summary>x + conv(relu(conv3(relu(conv3(x))))).</summary>
    public static Value ResidualBlock(ModelGraph model, Value x, string block)
    {
        var graph = model.Graph;
        var y = graph.Relu(model.Conv1d(x, block + ".net.0", Kernel));
        y = graph.Relu(model.Conv1d(y, block + ".net.2", Kernel));
        return graph.Add(x, model.Conv1d(y, block + ".net.4"));
    }

    /// <summary>2 z·e - ||e||², the negative squared distance up to the same ||z||² for every code vector e: [batch, codes, tokens].</summary>
    private static Value Nearness(ModelGraph model, Value z)
    {
        var graph = model.Graph;
        var book = model.Weight("codebook.embed"); // [width, tokens]
        var squares = graph.Node("ReduceSumSquare", [book, graph.Constant(0)], OnnxAttribute.Int("keepdims", 1));
        return graph.Sub(graph.Mul(graph.MatMul(z, book), 2), squares);
    }

    /// <summary>How much nearer the best code vector is than the second: [batch, codes].</summary>
    private static Value Margin(GraphBuilder graph, Value nearness)
    {
        var best = graph.Nodes("TopK", [nearness, graph.Constant(2)], 2, OnnxAttribute.Int("axis", -1))[0]; // [batch, codes, 2]
        return graph.Node("Squeeze", [graph.Sub(graph.Slice(best, 2, 0, 1), graph.Slice(best, 2, 1, 2)), graph.Constant(2)]);
    }
}
