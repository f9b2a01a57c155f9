using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Tensors;
using XttsSaas.Xtts.Text;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Tests.Checkpoints;

/// <summary>The files of a published model, at the mini configuration: a trainer's model.pth, a DVAE without its counters, a voice.</summary>
internal static class OfficialFolder
{
    public const ulong Seed = 5;

    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        PthWriter.Write(Path.Combine(folder, "model.pth"), [.. Weights().Select(source => source with { Name = "xtts." + TensorNames.Legacy(source.Name) })], trainer: true);
        PthWriter.Write(Path.Combine(folder, "dvae.pth"),
            [.. SeededWeights.Dvae(XttsConfig.Mini, Seed).Where(source => source.Name is not "codebook.embed_avg" && !source.Name.StartsWith("discrete_loss.", StringComparison.Ordinal))]);
        var bare = new PickleBuilder().Tensor(TensorType.F32, "0", 80, 0, [80], [1]).ToArray();
        PthWriter.WriteArchive(Path.Combine(folder, "mel_stats.pth"), bare, TensorSource.Of("x", new TensorShape(80), Enumerable.Repeat(4f, 80).ToArray()));
        WriteSpeakers(Path.Combine(folder, "speakers_xtts.pth"));
        File.WriteAllBytes(Path.Combine(folder, "config.json"), XttsConfig.Mini.ToJson());
        File.WriteAllBytes(Path.Combine(folder, "vocab.json"), MiniVocabulary.ToJson());
    }

    /// <summary>What model.pth holds; the mel statistics lie in a file of their own.</summary>
    public static IReadOnlyList<TensorSource> Weights() => [.. SeededWeights.Model(XttsConfig.Mini, Seed).Where(source => source.Name != TensorNames.MelStats)];

    private static void WriteSpeakers(string path)
    {
        const int latents = 16 * 256;
        const int embedding = 128;
        var pickle = new PickleBuilder().Raw("}").Text("Ana").Raw("}(")
            .Text("gpt_cond_latents").Tensor(TensorType.F32, "0", latents, 0, [1, 16, 256], [latents, 256, 1])
            .Text("speaker_embedding").Tensor(TensorType.F32, "1", embedding, 0, [1, embedding, 1], [embedding, 1, 1])
            .Raw("us").ToArray();
        PthWriter.WriteArchive(path, pickle,
            TensorSource.Of("x", new TensorShape(latents), new float[latents]),
            TensorSource.Of("y", new TensorShape(embedding), Enumerable.Repeat(3f, embedding).ToArray()));
    }
}
