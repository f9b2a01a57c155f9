using System.Security.Cryptography;
using System.Text;
using XttsSaas.Training.Checkpoints;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Data;
using XttsSaas.Training.Memory;
using XttsSaas.Training.Model;
using XttsSaas.Training.Pretraining;
using XttsSaas.Training.Pretraining.Vocoder;
using XttsSaas.Training.Protocol;
using XttsSaas.Training.Runs;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Tensors;
using static TorchSharp.torch;

namespace XttsSaas.Training.Adaptation;

/// <summary>
/// The last part of a fine-tuning: the vocoder learns the speaker's own sound, from the hidden states that the trained GPT has for the
/// clips. The GPT stays as it is, and with it what is said and when.
/// <code>
/// trained GPT ─ hidden states of the clips ─ vocoder ─ spectra, speaker, pitch against the recordings ─ AdamW
/// </code>
/// It lies in <c>vocoder/</c> of the run and goes on there where it was killed.
/// </summary>
internal sealed class VocoderAdaptation(TrainingConfig config, TrainingData data, string output, Device device, TimeProvider time, IProgress<WorkerEvent> events)
{
    /// <summary>Steps of a long run; a shorter one takes as many as the GPT had.</summary>
    public const int DefaultSteps = 200;

    private const int BatchSize = 8;

    /// <summary>
    /// How far the vocoder goes from the old weights to the new ones. Half of the way keeps more of how clearly the old one speaks than it
    /// gives up of the speaker (as Wortsman et al. 2022 found for other models).
    /// </summary>
    private const float Share = 0.5f;

    private string Folder => Path.Combine(output, "vocoder");

    /// <summary>Steps after a run of <paramref name="steps"/> steps; 0 where no clip is long enough to learn from.</summary>
    public int StepsAfter(int steps)
    {
        var shortest = Stage(steps).SegmentCodes;
        return data.Training.Any(clip => clip.Codes.Length >= shortest) ? config.VocoderSteps ?? Math.Min(DefaultSteps, steps) : 0;
    }

    /// <summary>Adapts the vocoder of the checkpoint in <paramref name="trained"/> in <paramref name="steps"/> steps.</summary>
    /// <returns>The folder of the whole checkpoint with the new vocoder; null where it failed, of which a warning tells.</returns>
    /// <exception cref="OperationCanceledException">It was asked to stop; the last full step was saved.</exception>
    public string? Run(string trained, int steps, CancellationToken cancellation)
    {
        try
        {
            return Adapt(trained, Stage(steps), cancellation);
        }
        catch (Exception exception) when (exception is TrainingException || MemoryFailure.Is(exception))
        {
            events.Report(new WarningEvent(steps, WorkerCodes.NotAdapted, $"The vocoder stays as it was: {exception.Message}"));
            return null;
        }
    }

    private string Adapt(string trained, VocoderStageConfig stageConfig, CancellationToken cancellation)
    {
        using var checkpoint = CheckpointReader.Open(trained);
        var fingerprint = Fingerprint(stageConfig, checkpoint);
        var own = Path.Combine(Folder, fingerprint[..16]);
        RemoveOthers(own);
        var result = Path.Combine(own, "result");
        if (File.Exists(Path.Combine(result, CheckpointFiles.Manifest)))
            return result;

        var model = checkpoint.Config;
        var speaker = new SpeakerLoss(GptWeights.LoadPart(checkpoint, TensorNames.SpeakerEncoder, device), model.Architecture.SpeakerEncoder, model.ModelArgs.OutputSampleRate);
        var clips = new DatasetClips(data.Training, checkpoint, stageConfig.ChunkClips, stageConfig.Seed, device);
        using var stage = new VocoderStage(stageConfig, model, GptWeights.LoadPart(checkpoint, TensorNames.Vocoder, device), clips, speaker);
        new StageLoop(stage, stageConfig, StageNames.Of(stageConfig), new CheckpointStore(Path.Combine(own, "checkpoints")), time, new Reporter(events))
            .Run(fingerprint, cancellation);
        StageResult.Write(result, checkpoint, stage, Share);
        return result;
    }

    private VocoderStageConfig Stage(int steps) => new()
    {
        Steps = steps,
        BatchSize = BatchSize,
        LearningRate = config.VocoderLearningRate,
        WarmupSteps = Math.Min(10, steps),
        SpeakerWeight = 1,
        ValidateEvery = 0,
        CheckpointEvery = 50,
        Seed = config.Seed,
    };

    /// <summary>What a run that was extended or started anew has left behind is of no use.</summary>
    private void RemoveOthers(string own)
    {
        if (!Directory.Exists(Folder))
            return;
        foreach (var other in Directory.EnumerateDirectories(Folder).Where(folder => folder != own))
            Directory.Delete(other, recursive: true);
    }

    private static string Fingerprint(VocoderStageConfig config, Checkpoint trained) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{RecipeJson.Format(config)}\n{trained.Manifest.Files[CheckpointFiles.Model]}")));

    private sealed class Reporter(IProgress<WorkerEvent> events) : IProgress<StageProgress>
    {
        public void Report(StageProgress value)
        {
            if (!value.Validation)
                events.Report(new VocoderStepEvent(value.Step, value.Steps, value.Values["total"], value.RemainingSeconds));
        }
    }
}
