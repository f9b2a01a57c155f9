namespace XttsSaas.Silo.Training;

/// <summary>The training role. Section <c>Training</c>.</summary>
public sealed class TrainingOptions
{
    public const string Section = "Training";

    /// <summary>The worker's assembly; empty: found beside the host (see <see cref="WorkerCommand"/>).</summary>
    public string WorkerPath { get; set; } = string.Empty;

    /// <summary>The command that runs the assembly; empty: the <c>dotnet</c> that runs this host, or the one on the path.</summary>
    public string HostPath { get; set; } = string.Empty;

    /// <summary>Shortest time between two reports to a session.</summary>
    public TimeSpan ReportInterval { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>CPU threads of a worker; 0 leaves the choice to the tensor library.</summary>
    public int Threads { get; set; }
}
