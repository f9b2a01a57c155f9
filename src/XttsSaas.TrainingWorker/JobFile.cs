using System.Text.Json;
using XttsSaas.Training.Protocol;
using XttsSaas.Training.Runs;

namespace XttsSaas.TrainingWorker;

/// <summary>Reads job files.</summary>
internal static class JobFile
{
    /// <exception cref="TrainingException">The file is missing, is no job, or lacks a field; the message says which.</exception>
    public static TrainingJob Read(string path)
    {
        try
        {
            var job = JobJson.ParseJob(File.ReadAllBytes(path));
            string[] missing =
            [
                .. new[]
                {
                    ("sessionId", job?.SessionId), ("baseCheckpoint", job?.BaseCheckpoint), ("dataset", job?.Dataset), ("output", job?.Output),
                }.Where(field => string.IsNullOrWhiteSpace(field.Item2)).Select(field => field.Item1),
                .. job?.Config is null ? ["config"] : Array.Empty<string>(),
            ];
            return missing.Length == 0
                ? job!
                : throw new TrainingException(WorkerCodes.InvalidJob, $"The job file lacks {string.Join(", ", missing)}.");
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new TrainingException(WorkerCodes.InvalidJob, $"The job file cannot be read: {exception.Message}", exception);
        }
    }
}
