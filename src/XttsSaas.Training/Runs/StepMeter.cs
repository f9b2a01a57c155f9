using System.Diagnostics;

namespace XttsSaas.Training.Runs;

/// <summary>Speed and memory of a run.</summary>
public sealed class StepMeter(TimeProvider time)
{
    private const double Smoothing = 0.8;
    private double? averageSeconds;
    private readonly double[] partSeconds = new double[Enum.GetValues<StepPart>().Length];
    private StepPart part;
    private long started;
    private long partStarted;

    /// <summary>Seconds of the step that <see cref="Stop"/> ended.</summary>
    public double StepSeconds { get; private set; }

    /// <summary>Peak resident memory of this process, MiB.</summary>
    public static double PeakMemoryMb
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64 / (1024.0 * 1024.0);
        }
    }

    /// <summary>Seconds that the step which <see cref="Stop"/> ended spent in <paramref name="which"/>.</summary>
    public double SecondsOf(StepPart which) => partSeconds[(int)which];

    /// <summary>Begins a step, with its forward part.</summary>
    public void Start()
    {
        Array.Clear(partSeconds);
        part = StepPart.Forward;
        started = partStarted = time.GetTimestamp();
    }

    /// <summary>Ends the part that the step is in; <paramref name="next"/> begins or goes on.</summary>
    public void Enter(StepPart next)
    {
        var now = time.GetTimestamp();
        partSeconds[(int)part] += time.GetElapsedTime(partStarted, now).TotalSeconds;
        (part, partStarted) = (next, now);
    }

    public void Stop()
    {
        Enter(part);
        StepSeconds = Math.Max(time.GetElapsedTime(started).TotalSeconds, 1e-9);
        averageSeconds = averageSeconds is { } average
            ? (Smoothing * average) + ((1 - Smoothing) * StepSeconds)
            : StepSeconds;
    }

    /// <summary>Seconds that <paramref name="steps"/> more steps will take at the recent pace.</summary>
    public double Remaining(int steps) => steps * (averageSeconds ?? 0);
}
