using System.Globalization;
using System.Text.RegularExpressions;
using XttsSaas.Inference.Engine;
using XttsSaas.Inference.Export;
using XttsSaas.Inference.Graphs;
using XttsSaas.Xtts.Parity;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Inference.Parity;

/// <summary>The conditioning encoder and perceiver, from a mel spectrogram or from audio in chunks.</summary>
internal static partial class ConditioningCase
{
    /// <summary>Probes by their own names, the result as <c>perceiver</c> [1, latents, C] and, transposed, as <c>style_emb</c>.</summary>
    public static void Encoder(CaseAnswer answer, ExportedModel model)
    {
        var test = answer.Test;
        (string, float[], long[])[] input = [(ConditioningGraph.Mel, test.Input("mel"), test.InputShape("mel").ToArray())];
        GiveLatents(answer, ["perceiver", "style_emb"], model.Conditioning.Run(ConditioningGraph.Latents, input), model.Config.ModelArgs.GptNModelChannels);
        using var probed = model.OpenProbed(ExportFiles.Conditioning);
        answer.GiveProbes(probed, input);
    }

    /// <summary>Latents of audio; an output called <c>len30_chunk6</c> tells its lengths, for any other the notes do.</summary>
    public static void Latents(CaseAnswer answer, ExportedModel model)
    {
        var test = answer.Test;
        foreach (var name in test.Outputs.Keys)
        {
            var (total, chunk) = Lengths().Match(name) is { Success: true } match ? (Integer(match.Groups[1]), Integer(match.Groups[2])) : CaseVoice.Lengths(test);
            GiveLatents(answer, [name], model.Voices.GptLatents(test.Input("wav22k"), total, chunk), model.Config.ModelArgs.GptNModelChannels);
        }
    }

    /// <summary>Row-major [latents, C] under every name, transposed where the case wants [1, C, latents].</summary>
    private static void GiveLatents(CaseAnswer answer, string[] names, float[] latents, int channels)
    {
        var count = latents.Length / channels;
        foreach (var name in names.Where(answer.Test.Wants))
        {
            if (count != channels && answer.Test.ExpectedShape(name) == new TensorShape(1, channels, count))
                answer.Give(name, Transposed(latents, count, channels), new TensorShape(1, channels, count));
            else
                answer.Give(name, latents, new TensorShape(1, count, channels));
        }
    }

    private static float[] Transposed(float[] values, int rows, int columns)
    {
        var result = new float[values.Length];
        for (var i = 0; i < values.Length; i++)
            result[(i % columns * rows) + (i / columns)] = values[i];
        return result;
    }

    private static int Integer(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^len(\d+)_chunk(\d+)$")]
    private static partial Regex Lengths();
}
