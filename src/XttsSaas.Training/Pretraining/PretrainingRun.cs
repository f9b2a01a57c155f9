using System.Security.Cryptography;
using System.Text;
using XttsSaas.Training.Checkpoints;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Model;
using XttsSaas.Training.Protocol;
using XttsSaas.Training.Runs;
using XttsSaas.Training.TensorBoard;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Corpus;
using XttsSaas.Xtts.Weights;
using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining;

/// <summary>
/// Training from scratch, stage by stage.
/// <code>
/// start ─ stage 1 ─ 1-dvae/result ─ stage 2 ─ 2-speaker/result ─ … ─ final
/// </code>
/// Every stage takes the model that the one before wrote, and writes a whole model with its own part replaced. A stage whose result
/// exists is skipped, and one that was killed goes on from its checkpoint, so running the same recipe again is how a run is resumed.
/// </summary>
public sealed class PretrainingRun(Recipe recipe, TimeProvider time, IProgress<StageProgress> progress, Action<string> report)
{
    /// <summary>Runs all stages and returns the folder of the finished model.</summary>
    /// <exception cref="TrainingException">A stage cannot start or has diverged.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop; running it again goes on.</exception>
    public string Execute(CancellationToken cancellation)
    {
        using var outputLock = OutputLock.Take(recipe.Output);
        var corpus = CorpusReader.Open(recipe.Corpus);
        var model = recipe.Start ?? SeededStart();
        for (var i = 0; i < recipe.Stages.Count; i++)
        {
            var config = recipe.Stages[i];
            var name = config.Name ?? StageNames.Of(config);
            model = Execute(config, name, model, Path.Combine(recipe.Output, $"{i + 1}-{name}"), corpus, cancellation);
        }

        return model;
    }

    private string SeededStart()
    {
        var folder = Path.Combine(recipe.Output, "0-start");
        SeededCheckpoint.Write(folder, recipe.Model, XttsConfig.Mini, recipe.Seed);
        return folder;
    }

    private string Execute(StageConfig config, string name, string start, string folder, CorpusReader corpus, CancellationToken cancellation)
    {
        var result = Path.Combine(folder, "result");
        if (File.Exists(Path.Combine(result, CheckpointFiles.Manifest)))
            return result;

        set_num_threads(config.Threads);
        using var checkpoint = CheckpointReader.Open(start);
        var device = DeviceSelection.Choose(DeviceKind.Auto);
        using var stage = StageFactory.Create(config, new StageContext(checkpoint, corpus, Path.Combine(recipe.Output, "cache"), device, report), cancellation);
        var store = new CheckpointStore(Path.Combine(folder, "checkpoints"));
        using var recorded = new TensorBoardStageProgress(progress, folder, time);
        new StageLoop(stage, config, name, store, time, recorded).Run(Fingerprint(config, checkpoint, corpus), cancellation);
        StageResult.Write(result, checkpoint, stage);
        return result;
    }

    private static string Fingerprint(StageConfig config, Checkpoint start, CorpusReader corpus)
    {
        var text = $"{RecipeJson.Format(config)}\n{start.Manifest.Files[CheckpointFiles.Model]}\n{corpus.Manifest.Seed} {corpus.Manifest.Clips}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
