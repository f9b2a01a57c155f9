using Microsoft.Extensions.Options;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Protocol;
using Settings = XttsSaas.Abstractions.Training;

namespace XttsSaas.Silo.Training;

/// <summary>Turns a session's work into the job file that its worker reads.</summary>
public sealed class JobWriter(IModelStore models, IOptions<TrainingOptions> options)
{
    private const string JobFile = "job.json";

    /// <summary>Writes the job into the session's output folder; its path.</summary>
    public string Write(TrainingWork work)
    {
        var output = models.Resolve(work.OutputFolder);
        Directory.CreateDirectory(output);
        var job = new TrainingJob(
            work.Session.Value,
            models.Resolve(work.BaseModelFolder),
            models.Resolve(work.DatasetFolder),
            output,
            Config(work));
        var path = Path.Combine(output, JobFile);
        File.WriteAllBytes(path, JobJson.Format(job));
        return path;
    }

    private TrainingConfig Config(TrainingWork work)
    {
        var settings = work.Settings;
        return new TrainingConfig
        {
            Mode = settings.Mode == Settings.TrainingMode.Full ? TrainingMode.Full : TrainingMode.Lora,
            Steps = settings.Steps,
            BatchSize = settings.BatchSize,
            LearningRate = settings.LearningRate,
            CheckpointEvery = settings.CheckpointEvery,
            ValidateEvery = settings.ValidateEvery,
            Seed = settings.Seed,
            Language = work.Language,
            Threads = options.Value.Threads,
            Device = work.Lease.Device.StartsWith("cuda", StringComparison.Ordinal) ? DeviceKind.Cuda : DeviceKind.Cpu,
            // Alpha of twice the rank keeps an adapter's effect the same whatever its rank.
            Lora = new LoraConfig { Rank = settings.LoraRank, Alpha = 2 * settings.LoraRank },
        };
    }
}
