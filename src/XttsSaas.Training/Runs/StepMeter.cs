using System.Diagnostics;

namespace XttsSaas.Training.Runs;

/// <summary>Speed and memory of a run.</summary>
public sealed class StepMeter(TimeProvider time)
{
    private const double Smoothing = 0.8;
    private double? averageSeconds;
    private long started;

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

    public void Start() => started = time.GetTimestamp();

    public void Stop()
    {
        StepSeconds = Math.Max(time.GetElapsedTime(started).TotalSeconds, 1e-9);
        averageSeconds = averageSeconds is { } average
            ? (Smoothing * average) + ((1 - Smoothing) * StepSeconds)
            : StepSeconds;
    }

    /// <summary>Seconds that <paramref name="steps"/> more steps will take at the recent pace.</summary>
    public double Remaining(int steps) => steps * (averageSeconds ?? 0);
}
