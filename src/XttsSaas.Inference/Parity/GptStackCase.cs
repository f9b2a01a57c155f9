using System.Globalization;
using System.Text.RegularExpressions;
using XttsSaas.Inference.Engine;
using XttsSaas.Inference.Export;
using XttsSaas.Inference.Graphs;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Inference.Parity;

/// <summary>
/// The inside of the first generation step. Outputs say what they are: <c>hidden_2</c> is the input of block 2 and the output of the one
/// before (the last one after the stack's own norm), <c>layer0_key_head3</c> a head's keys, <c>final_norm</c>, <c>logits_last</c>.
/// </summary>
internal static partial class GptStackCase
{
    public static void Compute(CaseAnswer answer, ExportedModel model)
    {
        var (test, args) = (answer.Test, model.Config.ModelArgs);
        var prefix = model.Prefixes.Build(test.Input("gpt_cond_latents"), CaseVoice.TextIds(answer));
        var inputs = Inputs(prefix, args);
        var names = test.Outputs.Keys.Select(name => (Name: name, Source: Source(name, args))).Where(pair => pair.Source is not null).ToList();
        using var graph = model.OpenProbed(ExportFiles.Gpt);
        foreach (var ((name, _), (values, shape)) in names.Zip(graph.Run([.. names.Select(pair => pair.Source!)], inputs)))
        {
            if (Head().Match(name) is { Success: true } head)
                answer.Give(name, HeadOf(values, shape, Integer(head.Groups["head"])), new TensorShape(1, shape[2], shape[3]));
            else
                answer.Give(name, values, shape);
        }
    }

    /// <summary>The whole prefix and an empty past.</summary>
    private static List<(string, float[], long[])> Inputs(float[] prefix, XttsModelArgs args)
    {
        List<(string, float[], long[])> inputs = [(GptGraph.Embeddings, prefix, [1, prefix.Length / args.GptNModelChannels, args.GptNModelChannels])];
        for (var layer = 0; layer < args.GptLayers; layer++)
        {
            long[] nothing = [1, args.GptNHeads, 0, args.GptHeadChannels];
            inputs.Add((GptGraph.PastKey(layer), [], nothing));
            inputs.Add((GptGraph.PastValue(layer), [], nothing));
        }
        return inputs;
    }

    /// <summary>The graph's output behind a case's; null for one that it does not have.</summary>
    private static string? Source(string name, XttsModelArgs args)
    {
        if (Layer().Match(name) is { Success: true } layer && Integer(layer.Groups[1]) <= args.GptLayers)
            return $"hidden_{layer.Groups[1].Value}";
        if (Head().Match(name) is { Success: true } head && Integer(head.Groups["layer"]) < args.GptLayers)
            return head.Groups["kind"].Value == "key" ? GptGraph.PresentKey(Integer(head.Groups["layer"])) : GptGraph.PresentValue(Integer(head.Groups["layer"]));
        return name switch
        {
            "final_norm" => GptGraph.Hidden,
            "logits_last" => GptGraph.Logits,
            _ => null,
        };
    }

    /// <summary>One head of [1, heads, positions, width].</summary>
    private static float[] HeadOf(float[] values, TensorShape shape, int head)
    {
        var size = (int)(shape[2] * shape[3]);
        return values.AsSpan(head * size, size).ToArray();
    }

    private static int Integer(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^hidden_(\d+)(?:_|$)")]
    private static partial Regex Layer();

    [GeneratedRegex(@"^layer(?<layer>\d+)_(?<kind>key|value)_head(?<head>\d+)$")]
    private static partial Regex Head();
}
