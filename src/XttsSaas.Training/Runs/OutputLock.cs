using XttsSaas.Training.Protocol;

namespace XttsSaas.Training.Runs;

/// <summary>
/// Holds a run's output folder for one process. The kernel gives the lock back when the process ends, however it ends, so a
/// worker that was started again after a crash never shares the folder with an orphan of the first.
/// </summary>
public sealed class OutputLock : IDisposable
{
    private readonly FileStream file;

    private OutputLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock of <paramref name="output"/>, which is created where it is missing.</summary>
    /// <exception cref="TrainingException">Another process holds it.</exception>
    public static OutputLock Take(string output)
    {
        Directory.CreateDirectory(output);
        try
        {
            return new OutputLock(new FileStream(Path.Combine(output, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception)
        {
            throw new TrainingException(WorkerCodes.OutputInUse,
                $"Another worker is writing to '{output}'; wait for it to end or stop it.", exception);
        }
    }

    public void Dispose() => file.Dispose();
}
