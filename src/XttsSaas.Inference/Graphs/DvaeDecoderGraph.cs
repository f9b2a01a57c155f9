using XttsSaas.Inference.Onnx;

namespace XttsSaas.Inference.Graphs;

/// <summary>Audio codes [batch, codes] to a normalised log mel [batch, mels, codes * 2^layers]: residual blocks, then repeated frames and convolutions.</summary>
internal static class DvaeDecoderGraph
{
    public const string Codes = "codes";
    public const string Mel = "mel";
    private const int Kernel = 3;

    public static byte[] Build(ModelGraph model)
    {
        var (graph, dvae) = (model.Graph, model.Config.Architecture.Dvae);
        var codes = graph.Input(Codes, OnnxType.Int64, "batch", "codes");
        var vectors = graph.Node("Gather", [model.TransposedWeight("codebook.embed"), codes]); // [batch, codes, width]
        var index = 0;
        var x = model.Conv1d(graph.Transpose(vectors, 0, 2, 1), $"decoder.{index++}");
        for (var block = 0; block < dvae.NumResnetBlocks; block++)
            x = DvaeEncoderGraph.ResidualBlock(model, x, $"decoder.{index++}");
        var width = dvae.Width(dvae.NumLayers - 1);
        for (var layer = dvae.NumLayers - 1; layer >= 0; layer--)
        {
            x = graph.Relu(model.Conv1d(graph.RepeatEach(x, width, 2), $"decoder.{index++}.0.conv", Kernel));
            width = dvae.Width(layer);
        }
        graph.Output(model.Conv1d(x, $"decoder.{index}"), Mel, OnnxType.Float, "batch", dvae.Channels, "frames");
        return graph.Build();
    }
}
