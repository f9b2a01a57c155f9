using TorchSharp;
using XttsSaas.Tests.Golden;
using XttsSaas.Training.Model;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Training.Tests.Model;

/// <summary>The reference's tiny model, its weights by the formula, and its training batch.</summary>
internal static class GoldenModel
{
    public static readonly GptDimensions Dimensions = new()
    {
        Heads = 4,
        PerceiverHeads = 8,
        StartText = 261,
        StopText = 0,
        StartAudio = 1024,
        StopAudio = 1025,
        SamplesPerCode = 1024,
        TextPositions = 404,
        AudioPositions = 608,
    };

    public static ModelWeights Gpt() =>
        Load(GoldenPack.Weights("tiny_state_dict.tsv").Where(source => source.Name.StartsWith("gpt.", StringComparison.Ordinal)));

    /// <summary>The batch that all of the reference's training cases share.</summary>
    public static GptBatch Batch(bool masked)
    {
        using var golden = GoldenPack.Case("gpt_train_masked_tiny");
        var ranges = golden.InputIds("cond_idxs").Chunk(2).Select(pair => new SampleRange(pair[0], pair[1])).ToArray();
        return new GptBatch(
            Rows(golden.InputIds("text_inputs"), golden.InputIds("text_lengths")),
            [.. golden.InputIds("audio_codes").Chunk((int)golden.InputShape("audio_codes")[1])],
            golden.InputIds("wav_lengths"),
            torch.tensor(golden.Input("cond_mels"), golden.InputShape("cond_mels").ToArray()).squeeze(1),
            masked ? ranges : null);
    }

    /// <summary>Rows of a padded table, cut to their lengths.</summary>
    public static int[][] Rows(int[] padded, int[] lengths) =>
        [.. padded.Chunk(padded.Length / lengths.Length).Zip(lengths, (row, length) => row[..length])];

    private static ModelWeights Load(IEnumerable<TensorSource> sources)
    {
        var weights = new ModelWeights(torch.CPU);
        foreach (var source in sources)
            weights.Add(source.Name, source.ReadSingle(), source.Shape.ToArray());
        return weights;
    }
}
