using XttsSaas.Inference.Onnx;
using XttsSaas.Xtts.Signal;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Inference.Graphs;

/// <summary>
/// The vocoder's excitation, <see cref="Excitation"/>: stretched latents [1, C, frames] and a speaker to a pitch per frame, and that,
/// shifted by some octaves, to pulses and noise [1, 2, frames * hop].
/// </summary>
internal static class ExcitationGraph
{
    private const string Root = TensorNames.Vocoder + ".excitation";
    private const float Slope = 0.1f;
    private const float ToRadians = MathF.PI;

    public static Value Build(ModelGraph model, Value latents, Value speaker, Value shift)
    {
        var graph = model.Graph;
        var hidden = graph.Add(model.Conv1d(latents, Root + ".pitch.0", kernel: 7), model.Conv1d(speaker, Root + ".pitch.cond"));
        hidden = model.Conv1d(graph.LeakyRelu(hidden, Slope), Root + ".pitch.1", kernel: 7);
        var read = model.Conv1d(graph.LeakyRelu(hidden, Slope), Root + ".pitch.2"); // [1, 2, frames]
        graph.Probe("pitch", read);
        var excitation = graph.Concat(1, Pulses(model, read, shift), Noise(model, graph.Length(latents, 2)));
        graph.Probe("excitation", excitation);
        return excitation;
    }

    /// <summary>The excitation at the rate of a stage, [1, channels, values].</summary>
    public static Value Stage(ModelGraph model, Value excitation, int stage)
    {
        var vocoder = model.Config.Architecture.Vocoder;
        return model.Conv1d(excitation, $"{Root}.stages.{stage}", vocoder.ExcitationKernel(stage), stride: vocoder.SamplesPerValue(stage));
    }

    private static Value Pulses(ModelGraph model, Value read, Value shift)
    {
        var (graph, args) = (model.Graph, model.Config.ModelArgs);
        var octaves = graph.Add(graph.Reshape(graph.Slice(read, 1, 0, 1), 1, -1, 1), graph.Add(shift, graph.Scalar(Excitation.PitchOrigin))); // [1, frames, 1]
        var hertz = graph.Node("Clip", [graph.Node("Pow", [graph.Scalar(2f), octaves]), graph.Scalar(Excitation.LowestPitch), graph.Scalar(Excitation.HighestPitch)]);
        var voiced = graph.Float(graph.Node("Greater", [graph.Reshape(graph.Slice(read, 1, 1, 2), 1, -1, 1), graph.Scalar(0f)]));
        var perFrame = graph.Mul(graph.Mul(hertz, voiced), (float)args.OutputHopLength / args.OutputSampleRate); // cycles, [1, frames, 1]
        var within = graph.Div(graph.Float(graph.Range(graph.Constant(args.OutputHopLength))), graph.Scalar((float)args.OutputHopLength)); // [hop], 0 to 1
        var phase = graph.Add(RunningSum(graph, perFrame), graph.Mul(perFrame, within)); // [1, frames, hop]
        phase = graph.Sub(phase, graph.Node("Floor", [graph.Add(phase, graph.Scalar(0.5f))]));
        var small = graph.Node("Less", [graph.Node("Abs", [phase]), graph.Scalar(Excitation.SmallestPhase)]);
        phase = graph.Mul(graph.Node("Where", [small, graph.Scalar(Excitation.SmallestPhase), phase]), ToRadians);

        var harmonics = graph.Node("Floor", [graph.Div(graph.Scalar(Excitation.HighestHarmonic), hertz)]); // [1, frames, 1]
        var kernel = graph.Div(
            graph.Node("Sin", [graph.Mul(graph.Add(graph.Mul(harmonics, 2f), graph.Scalar(1f)), phase)]), graph.Node("Sin", [phase]));
        var gain = graph.Mul(graph.Sqrt(graph.Div(graph.Scalar(2f), harmonics)), voiced);
        return graph.Reshape(graph.Mul(graph.Mul(graph.Sub(kernel, graph.Scalar(1f)), 0.5f), gain), 1, 1, -1);
    }

    /// <summary>The phase at the start of each frame, 0 to 1 cycles; summed in double precision, since a minute has ten thousand cycles.</summary>
    private static Value RunningSum(GraphBuilder graph, Value cycles)
    {
        var sum = graph.Node("CumSum", [graph.Cast(cycles, OnnxType.Double), graph.Scalar(1L)], OnnxAttribute.Int("exclusive", 1));
        return graph.Float(graph.Sub(sum, graph.Node("Floor", [sum])));
    }

    private static Value Noise(ModelGraph model, Value frames)
    {
        var (graph, hop) = (model.Graph, model.Config.ModelArgs.OutputHopLength);
        var table = model.Table("excitation-noise", new TensorShape(Excitation.NoiseFrames, hop), Excitation.Noise(hop));
        var rows = graph.Node("Mod", [graph.Range(frames), graph.Scalar((long)Excitation.NoiseFrames)]);
        return graph.Reshape(graph.Node("Gather", [table, rows], OnnxAttribute.Int("axis", 0)), 1, 1, -1);
    }
}
