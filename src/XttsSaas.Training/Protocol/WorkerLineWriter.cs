namespace XttsSaas.Training.Protocol;

/// <summary>Writes events as lines and flushes each, so that the reader sees progress at once and a kill loses nothing.</summary>
public sealed class WorkerLineWriter(TextWriter output) : IProgress<WorkerEvent>
{
    private readonly Lock gate = new();

    /// <inheritdoc />
    public void Report(WorkerEvent value)
    {
        var line = WorkerLineParser.Format(value);
        lock (gate)
        {
            output.Write(line);
            output.Write('\n');
            output.Flush();
        }
    }
}
