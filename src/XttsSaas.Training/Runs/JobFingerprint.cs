using System.Security.Cryptography;
using System.Text;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Data;
using XttsSaas.Training.Protocol;
using XttsSaas.Xtts.Checkpoints;

namespace XttsSaas.Training.Runs;

/// <summary>
/// What a resumed run must share with its checkpoint: base weights, clips, and the settings that decide which tensors are
/// trained and in which order clips come. Length, rate and intervals of a run may change.
/// </summary>
public static class JobFingerprint
{
    /// <summary>SHA-256, lower-case hex.</summary>
    public static string Of(TrainingConfig config, Checkpoint checkpoint, IReadOnlyList<TrainingClip> clips)
    {
        var text = new StringBuilder(Shared(config)).Append('\n').Append(checkpoint.Manifest.Files[CheckpointFiles.Model]);
        foreach (var clip in clips)
            text.Append('\n').Append(clip.Name).Append('\t').Append(clip.Samples).Append('\t').AppendJoin(' ', clip.TextIds);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>Whether the jobs are the same run as far as can be told without reading models and clips.</summary>
    public static bool IsSameRun(TrainingJob first, TrainingJob second) =>
        first.BaseCheckpoint == second.BaseCheckpoint && first.Dataset == second.Dataset && Shared(first.Config) == Shared(second.Config);

    private static string Shared(TrainingConfig config) => Encoding.UTF8.GetString(JobJson.Format(new TrainingConfig
    {
        Mode = config.Mode,
        BatchSize = config.WithBatch().BatchSize,
        GradientAccumulation = config.GradientAccumulation,
        Seed = config.Seed,
        Lora = config.Lora,
    }));
}
