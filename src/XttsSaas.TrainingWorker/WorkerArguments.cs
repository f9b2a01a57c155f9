namespace XttsSaas.TrainingWorker;

/// <summary>The worker's command line.</summary>
/// <param name="JobFile">Path of the job, JSON.</param>
/// <param name="Detached">Whether to go on when standard input is closed.</param>
internal sealed record WorkerArguments(string JobFile, bool Detached)
{
    public const string Usage =
        """
        usage: XttsSaas.TrainingWorker --job FILE [--detached]

        Trains as FILE says and writes one JSON event per line to standard output. An interrupted run goes on from its
        newest checkpoint. The worker ends when its standard input is closed (its parent died) unless --detached is given,
        and saves a checkpoint first when it gets SIGTERM.

        exit codes: 0 done, 1 failed, 2 wrong usage, 3 the environment lacks something, 130 cancelled
        """;

    /// <summary>The arguments, or null when they are wrong.</summary>
    public static WorkerArguments? Parse(string[] args)
    {
        string? job = null;
        var detached = false;
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--job" when i + 1 < args.Length && job is null:
                    job = args[++i];
                    break;
                case "--detached":
                    detached = true;
                    break;
                default:
                    return null;
            }
        }

        return job is null ? null : new WorkerArguments(job, detached);
    }
}
