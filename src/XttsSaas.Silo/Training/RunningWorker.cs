using System.Diagnostics;
using XttsSaas.Abstractions.Training;
using XttsSaas.Training.Protocol;

namespace XttsSaas.Silo.Training;

/// <summary>One worker process, from start to delivered end; nothing is delivered any more once the silo is stopping.</summary>
internal sealed partial class RunningWorker(
    TrainingWork work,
    WorkerCommand command,
    JobWriter jobs,
    IModelStore models,
    IGrainFactory grains,
    TimeSpan reportInterval,
    TimeProvider time,
    ILogger logger,
    CancellationToken stopping)
{
    private const int DeliveryAttempts = 8;
    private readonly Lock _gate = new();
    private readonly WorkerJournal _journal = new(work.Lease.Id, models.Resolve(work.OutputFolder), models.Root, time);
    private Process? _process;
    private bool _killed;

    private ITrainingSessionGrain Session => grains.GetGrain<ITrainingSessionGrain>(GrainKeys.Of(work.Tenant, work.Session));

    /// <summary>Ends the process; its end is delivered.</summary>
    public void Kill()
    {
        lock (_gate)
        {
            _killed = true;
            if (_process is { HasExited: false })
                _process.Kill(entireProcessTree: true);
        }
    }

    public async Task RunAsync()
    {
        var started = time.GetTimestamp();
        var exitCode = -1;
        Error? failure = null;
        try
        {
            if (Launch() is { } process)
                exitCode = await FollowAsync(process);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            LogNotStarted(work.Session, exception);
            failure = new Error(ErrorCode.TrainingFailed, "The training worker could not be started on this server; an operator must look at its installation and disk.");
        }
        finally
        {
            lock (_gate)
            {
                _process?.Dispose();
                _process = null;
            }
        }
        LogEnded(work.Session, work.Lease.Id, exitCode);
        var seconds = time.GetElapsedTime(started).TotalSeconds;
        var exit = new WorkerExit(work.Lease.Id, exitCode, _journal.Result, failure ?? _journal.Failure, seconds);
        await DeliverAsync(() => Session.WorkerExitedAsync(exit));
    }

    /// <summary>The started process, or null when it was stopped before.</summary>
    private Process? Launch()
    {
        var start = command.For(jobs.Write(work), work.Lease.Device);
        if (!File.Exists(command.AssemblyPath))
            throw new FileNotFoundException("The training worker is not installed; build it or set Training:WorkerPath.", command.AssemblyPath);
        lock (_gate)
            return _killed ? null : _process = Process.Start(start);
    }

    private async Task<int> FollowAsync(Process process)
    {
        LogStarted(work.Session, process.Id);
        var ended = process.WaitForExitAsync();
        var reading = Task.WhenAll(ReadEventsAsync(process.StandardOutput), ReadLogAsync(process.StandardError));
        using var timer = new PeriodicTimer(reportInterval, time);
        while (!ended.IsCompleted)
        {
            await Task.WhenAny(ended, timer.WaitForNextTickAsync(stopping).AsTask());
            stopping.ThrowIfCancellationRequested();
            await ReportAsync();
        }
        await reading;
        if (_journal.Peek() is { } last)
            await DeliverAsync(() => Session.ReportAsync(last));
        return process.ExitCode;
    }

    private async Task ReadEventsAsync(StreamReader lines)
    {
        while (await lines.ReadLineAsync() is { } line)
        {
            switch (WorkerLineParser.Parse(line))
            {
                case null:
                    LogBadLine(work.Session, line.Length);
                    break;
                case WarningEvent warning:
                    LogWarned(work.Session, warning.Code, warning.Message);
                    break;
                case FailedEvent failed:
                    LogFailed(work.Session, failed.Code, failed.Message);
                    _journal.Add(failed);
                    break;
                case var workerEvent:
                    _journal.Add(workerEvent);
                    break;
            }
        }
    }

    private async Task ReadLogAsync(StreamReader lines)
    {
        while (await lines.ReadLineAsync() is { } line)
            LogWorker(work.Session, line);
    }

    /// <summary>Reports what is new; what cannot be delivered now goes with the next report.</summary>
    private async Task ReportAsync()
    {
        if (_journal.Peek() is not { } report)
            return;
        try
        {
            await Session.ReportAsync(report);
            _journal.Delivered(report);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotDelivered(work.Session, exception);
        }
    }

    /// <summary>The last words of a worker are tried several times, with growing pauses; after that recovery takes over.</summary>
    private async Task DeliverAsync(Func<Task> call)
    {
        for (var attempt = 1; ; attempt++)
        {
            stopping.ThrowIfCancellationRequested();
            try
            {
                await call();
                return;
            }
            catch (Exception exception) when (attempt < DeliveryAttempts && exception is not OperationCanceledException)
            {
                LogNotDelivered(work.Session, exception);
                await Task.Delay(TimeSpan.FromSeconds(Math.Pow(2, attempt - 1)), time, stopping);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Session {Session}: worker process {Process} started")]
    private partial void LogStarted(SessionId session, int process);

    [LoggerMessage(LogLevel.Information, "Session {Session}: the worker of lease {Lease} ended with exit code {ExitCode}")]
    private partial void LogEnded(SessionId session, LeaseId lease, int exitCode);

    [LoggerMessage(LogLevel.Error, "Session {Session}: the worker could not be started")]
    private partial void LogNotStarted(SessionId session, Exception exception);

    [LoggerMessage(LogLevel.Warning, "Session {Session}: the worker wrote {Length} characters that are no event")]
    private partial void LogBadLine(SessionId session, int length);

    [LoggerMessage(LogLevel.Warning, "Session {Session}: {Code}: {Message}")]
    private partial void LogWarned(SessionId session, string code, string message);

    [LoggerMessage(LogLevel.Warning, "Session {Session}: the worker failed with {Code}: {Message}")]
    private partial void LogFailed(SessionId session, string code, string message);

    [LoggerMessage(LogLevel.Debug, "Session {Session}: {Line}")]
    private partial void LogWorker(SessionId session, string line);

    [LoggerMessage(LogLevel.Warning, "Session {Session}: a report could not be delivered and is tried again")]
    private partial void LogNotDelivered(SessionId session, Exception exception);
}
