using System.Text.Json;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Text;

namespace XttsSaas.Xtts.Parity;

/// <summary>A checkpoint folder with a pack's weights, for engines that load checkpoints. Its vocabulary has the right size and no words.</summary>
public static class ParityCheckpoint
{
    /// <summary>Writes the folder unless it exists.</summary>
    public static void Write(string folder, ParityPack pack, XttsConfig config)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(config);
        CheckpointWriter.Write(folder, new CheckpointContent(
            new ModelOrigin("parity", "weights by formula", CommercialUse: false),
            config,
            Vocabulary(config.ModelArgs),
            pack.ModelWeights(config),
            Dvae: null));
    }

    private static byte[] Vocabulary(XttsModelArgs args)
    {
        var last = args.GptNumberTextTokens - 1;
        var ids = new Dictionary<string, int>
        {
            [SpecialTokens.Stop] = args.GptStopTextToken ?? 0, [SpecialTokens.Unknown] = 1, [SpecialTokens.Space] = 2,
            [SpecialTokens.Start] = args.GptStartTextToken ?? 261, [$"[{last}]"] = last,
        };
        return JsonSerializer.SerializeToUtf8Bytes(new { model = new { type = "BPE", vocab = ids, merges = Array.Empty<string>() } });
    }
}
