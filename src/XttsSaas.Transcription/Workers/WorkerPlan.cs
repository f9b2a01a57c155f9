namespace XttsSaas.Transcription.Workers;

/// <summary>How many clips are transcribed at once, and by how many threads each.</summary>
public sealed record WorkerPlan(int Workers, int ThreadsPerWorker)
{
    private const int BestThreads = 2;
    private const long FixedBytesPerWorker = 150L << 20;
    private const double WorkingShare = 0.75;

    /// <summary>
    /// Fits a machine. Whisper gains little from more than a few threads, so workers come first; each needs buffers
    /// that grow with the model, and together they may take three quarters of the memory that the shared weights leave.
    /// </summary>
    public static WorkerPlan For(long modelBytes, int cores, long availableBytes)
    {
        var perWorker = FixedBytesPerWorker + (modelBytes / 2);
        var byMemory = (long)((availableBytes - modelBytes) * WorkingShare) / perWorker;
        var byCores = Math.Max(1, cores <= BestThreads ? cores : cores / BestThreads);
        var workers = (int)Math.Clamp(byMemory, 1, byCores);
        return new WorkerPlan(workers, Math.Max(1, cores / workers));
    }
}
