using System.Text.Json;
using XttsSaas.Training.Protocol;
using XttsSaas.Training.Runs;
using XttsSaas.Xtts;

namespace XttsSaas.Cli.Training;

/// <summary>A run's own folder. Its <c>job.json</c> tells whose it is.</summary>
internal sealed class OutputFolder(string path)
{
    private string JobPath => Path.Combine(path, "job.json");

    /// <summary>Why <paramref name="job"/> must not write here; null when it may.</summary>
    /// <param name="job">The job as it is now.</param>
    /// <param name="resume">Whether it may go on with a run that is here.</param>
    public string? Refusal(TrainingJob job, bool resume)
    {
        if (File.Exists(path))
            return $"output is {path}; that is a file.";
        if (!Directory.Exists(path) || !Directory.EnumerateFileSystemEntries(path).Any())
            return null;
        if (Held() is not { } held)
            return $"{path} is not empty and holds no run; choose another output.";
        // With --resume the run itself compares, by content: base and data set may have moved.
        if (resume)
            return null;
        return JobFingerprint.IsSameRun(held, job)
            ? $"{path} holds this run already; add --resume to go on with it, or choose another output."
            : $"{path} holds another run (other base, data set, mode, batch, seed or adapters); choose another output.";
    }

    /// <summary>Makes the folder the job's own; a run that is there already keeps its name on it.</summary>
    /// <exception cref="TrainingException">Another process is writing there.</exception>
    public void Claim(TrainingJob job)
    {
        using var held = OutputLock.Take(path);
        if (!File.Exists(JobPath))
            DurableFile.Write(JobPath, JobJson.Format(job));
    }

    private TrainingJob? Held()
    {
        try
        {
            return JobJson.ParseJob(File.ReadAllBytes(JobPath));
        }
        catch (Exception fault) when (fault is JsonException or IOException)
        {
            return null;
        }
    }
}
