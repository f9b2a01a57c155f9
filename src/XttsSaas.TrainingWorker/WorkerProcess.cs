using System.Runtime.InteropServices;
using XttsSaas.Training.Protocol;
using XttsSaas.Training.Runs;
using XttsSaas.Training.TensorBoard;

namespace XttsSaas.TrainingWorker;

/// <summary>One training run in a process of its own.</summary>
/// <param name="protocol">Where events go, a JSON object per line.</param>
/// <param name="log">Where everything else goes.</param>
/// <param name="time">The clock.</param>
internal sealed class WorkerProcess(TextWriter protocol, TextWriter log, TimeProvider time)
{
    /// <summary>Runs the job named by <paramref name="args"/> and returns the exit code.</summary>
    public async Task<int> RunAsync(string[] args)
    {
        if (WorkerArguments.Parse(args) is not { } arguments)
        {
            await log.WriteLineAsync(WorkerArguments.Usage);
            return ExitCodes.WrongUsage;
        }

        using var stop = new CancellationTokenSource();
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, stop));
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, stop));
        if (!arguments.Detached)
            ParentWatch.Start(log);

        var events = new WorkerLineWriter(protocol);
        return Execute(arguments.JobFile, events, stop.Token);
    }

    private int Execute(string jobFile, WorkerLineWriter events, CancellationToken stop)
    {
        try
        {
            var job = JobFile.Read(jobFile);
            log.WriteLine($"session {job.SessionId}: training worker {Environment.ProcessId} started");
            using var recorded = new TensorBoardProgress(events, job.Output, time);
            new TrainingRun(job, recorded, time).Execute(stop);
            return ExitCodes.Done;
        }
        catch (OperationCanceledException)
        {
            events.Report(new FailedEvent(WorkerCodes.Cancelled, "The run was stopped; it goes on from its last checkpoint when it is started again."));
            return ExitCodes.Cancelled;
        }
        catch (TrainingException exception)
        {
            events.Report(new FailedEvent(exception.Code, exception.Message));
            return exception.Code == WorkerCodes.DeviceUnavailable ? ExitCodes.EnvironmentLacks : ExitCodes.Failed;
        }
        catch (Exception exception)
        {
            // The last resort of a process: its parent must learn why it ends, whatever the cause.
            log.WriteLine(exception);
            events.Report(new FailedEvent(WorkerCodes.Unexpected, exception.Message));
            return ExitCodes.Failed;
        }
    }

    private static void Stop(PosixSignalContext context, CancellationTokenSource stop)
    {
        context.Cancel = true;
        stop.Cancel();
    }
}
