using XttsSaas.Inference.Onnx;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Inference.Graphs;

/// <summary>Normalised log mel [batch, 64, frames] to a unit speaker embedding [batch, d_vector]: ResNet-SE and attentive statistics.</summary>
internal static class SpeakerEncoderGraph
{
    public const string Mel = "mel";
    public const string Embedding = "embedding";
    private const string Root = TensorNames.SpeakerEncoder;

    public static byte[] Build(ModelGraph model)
    {
        var (graph, encoder) = (model.Graph, model.Config.Architecture.SpeakerEncoder);
        var mel = graph.Input(Mel, OnnxType.Float, "batch", encoder.MelChannels, "frames");
        var x = graph.Node("Unsqueeze", [mel, graph.Constant(1)]); // [batch, 1, mels, frames]
        x = model.Conv2d(x, Root + ".conv1", 3, 1, bias: true);
        graph.Probe("conv1", x);
        x = model.BatchNorm(graph.Relu(x), Root + ".bn1");
        for (var stage = 0; stage < encoder.Layers.Count; stage++)
        {
            for (var index = 0; index < encoder.Layers[stage]; index++)
                x = Block(model, x, $"{Root}.layer{stage + 1}.{index}", stride: stage > 0 && index == 0 ? 2 : 1, downsample: stage > 0 && index == 0);
            graph.Probe($"layer{stage + 1}", x);
        }
        x = graph.Reshape(x, 0, encoder.PooledChannels, -1); // [batch, channels * mels / 8, frames / 8]
        var embedding = model.Linear(Pool(model, x), Root + ".fc");
        graph.Probe("fc", embedding);
        graph.Output(graph.Div(embedding, graph.Max(graph.Norm(embedding, -1), 1e-12f)), Embedding, OnnxType.Float, "batch", model.Config.ModelArgs.DVectorDim);
        return graph.Build();
    }

    private static Value Block(ModelGraph model, Value x, string block, int stride, bool downsample)
    {
        var graph = model.Graph;
        var shortcut = downsample ? model.BatchNorm(model.Conv2d(x, block + ".downsample.0", 1, stride, bias: false), block + ".downsample.1") : x;
        // The activation comes before the normalisation here.
        var y = model.BatchNorm(graph.Relu(model.Conv2d(x, block + ".conv1", 3, stride, bias: false)), block + ".bn1");
        y = model.BatchNorm(model.Conv2d(y, block + ".conv2", 3, 1, bias: false), block + ".bn2");
        return graph.Relu(graph.Add(graph.Mul(y, Excitation(model, y, block + ".se.fc")), shortcut));
    }

    private static Value Excitation(ModelGraph model, Value x, string layer)
    {
        var graph = model.Graph;
        var mean = graph.Node("Flatten", [graph.ReduceMean(x, 2, 3)]); // [batch, channels]
        var gate = graph.Sigmoid(model.Linear(graph.Relu(model.Linear(mean, layer + ".0")), layer + ".2"));
        return graph.Node("Unsqueeze", [gate, graph.Constant(2, 3)]);
    }

    private static Value Pool(ModelGraph model, Value x)
    {
        var graph = model.Graph;
        var hidden = model.BatchNorm(graph.Relu(model.Conv1d(x, Root + ".attention.0")), Root + ".attention.2");
        var weights = graph.Softmax(model.Conv1d(hidden, Root + ".attention.3"), 2);
        graph.Probe("attention", weights);
        var mean = graph.ReduceSum(graph.Mul(x, weights), 2); // [batch, channels, 1]
        var square = graph.ReduceSum(graph.Mul(graph.Mul(x, x), weights), 2);
        var deviation = graph.Sqrt(graph.Max(graph.Sub(square, graph.Mul(mean, mean)), 1e-5f));
        return graph.Node("Flatten", [graph.Concat(1, mean, deviation)]);
    }
}
