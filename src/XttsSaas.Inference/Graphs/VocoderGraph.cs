using XttsSaas.Inference.Onnx;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Inference.Graphs;

/// <summary>
/// HiFi-GAN: stretched latents [1, C, frames] and a speaker embedding [1, d_vector, 1] to a waveform [1, 1, frames * hop].
/// Weight norm is folded into the weights. A model with an excitation adds it to every stage.
/// </summary>
internal static class VocoderGraph
{
    public const string Latents = "latents";
    public const string Speaker = "speaker";

    /// <summary>Octaves on top of the pitch that is read, [1]; an input of models with an excitation only.</summary>
    public const string PitchShift = "pitch_shift";

    public const string Waveform = "waveform";
    private const float Slope = 0.1f;
    private const float LastSlope = 0.01f;
    private const string Root = TensorNames.Vocoder;

    public static byte[] Build(ModelGraph model)
    {
        var (graph, args, vocoder) = (model.Graph, model.Config.ModelArgs, model.Config.Architecture.Vocoder);
        var latents = graph.Input(Latents, OnnxType.Float, 1, args.DecoderInputDim, "frames");
        var speaker = graph.Input(Speaker, OnnxType.Float, 1, args.DVectorDim, 1);
        var x = model.Conv1d(latents, Root + ".conv_pre", kernel: 7);
        graph.Probe("conv_pre", x);
        x = graph.Add(x, model.Conv1d(speaker, Root + ".cond_layer"));
        Value? excitation = vocoder.ExcitationChannels > 0 ? ExcitationGraph.Build(model, latents, speaker, graph.Input(PitchShift, OnnxType.Float, 1)) : null;
        var kinds = vocoder.ResblockKernelSizes.Count;
        for (var stage = 0; stage < vocoder.UpsampleRates.Count; stage++)
        {
            x = model.NormalisedUpsampling(graph.LeakyRelu(x, Slope), $"{Root}.ups.{stage}", vocoder.UpsampleKernelSizes[stage], vocoder.UpsampleRates[stage]);
            graph.Probe($"ups{stage}", x);
            x = graph.Add(x, model.Conv1d(speaker, $"{Root}.conds.{stage}"));
            if (excitation is { } heard)
                x = graph.Add(x, ExcitationGraph.Stage(model, heard, stage));
            var sum = ResidualBlock(model, x, stage * kinds, 0);
            for (var kind = 1; kind < kinds; kind++)
                sum = graph.Add(sum, ResidualBlock(model, x, (stage * kinds) + kind, kind));
            x = graph.Mul(sum, 1f / kinds);
        }
        x = model.Conv1d(graph.LeakyRelu(x, LastSlope), Root + ".conv_post", kernel: 7, bias: false);
        graph.Probe("conv_post_pre_tanh", x);
        graph.Output(graph.Tanh(x), Waveform, OnnxType.Float, 1, 1, "samples");
        return graph.Build();
    }

    private static Value ResidualBlock(ModelGraph model, Value x, int index, int kind)
    {
        var (graph, vocoder) = (model.Graph, model.Config.Architecture.Vocoder);
        var (kernel, dilations) = (vocoder.ResblockKernelSizes[kind], vocoder.ResblockDilationSizes[kind]);
        for (var i = 0; i < dilations.Count; i++)
        {
            var y = model.NormalisedConv1d(graph.LeakyRelu(x, Slope), $"{Root}.resblocks.{index}.convs1.{i}", kernel, dilations[i]);
            y = model.NormalisedConv1d(graph.LeakyRelu(y, Slope), $"{Root}.resblocks.{index}.convs2.{i}", kernel, 1);
            x = graph.Add(x, y);
        }
        graph.Probe($"res{index}", x);
        return x;
    }
}
