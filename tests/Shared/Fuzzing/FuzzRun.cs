using System.Diagnostics;

namespace XttsSaas.Tests.Fuzzing;

/// <summary>
/// Gives a reader damaged inputs and holds it to three promises: nothing but its documented exception, at most 64 MiB of memory for an
/// input, at most a second of time. A slow input is tried twice more, because a busy machine is no fault of the reader's; one that never
/// ends is reported by its number after a minute.
/// </summary>
internal sealed class FuzzRun(string corpus)
{
    private const int Inputs = 100_000;
    private const long MostBytes = 64 << 20;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);
    private volatile int _number = -1;
    private volatile string? _fault;

    /// <summary>The corpus files under tests/fixtures/fuzz.</summary>
    public IReadOnlyList<byte[]> Seeds { get; } = [.. Directory.GetFiles(Path.Combine(Root(), corpus)).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    public void Survives<TDocumented>(Action<byte[]> read) where TDocumented : Exception
    {
        var worker = new Thread(() => Work<TDocumented>(read)) { IsBackground = true };
        worker.Start();
        for (var seen = -1; !worker.Join(Hang); seen = _number)
            Assert.True(_number != seen, $"{corpus}: input {seen} does not end.");
        Assert.Null(_fault);
        Assert.Equal(Inputs - 1, _number);
    }

    private void Work<TDocumented>(Action<byte[]> read) where TDocumented : Exception
    {
        var mutator = new Mutator(Seeds);
        for (var number = 0; number < Inputs; number++)
        {
            _number = number;
            var input = mutator.Input(number);
            var (time, bytes) = Measure<TDocumented>(read, input);
            for (var again = 0; again < 2 && time > MostTime && _fault is null; again++)
                time = Measure<TDocumented>(read, input).Time;
            if (time > MostTime)
                _fault ??= $"{corpus}: input {number} takes {time}";
            if (bytes > MostBytes)
                _fault ??= $"{corpus}: input {number} takes {bytes} bytes of memory";
            if (_fault is not null)
                return;
        }
    }

    private (TimeSpan Time, long Bytes) Measure<TDocumented>(Action<byte[]> read, byte[] input) where TDocumented : Exception
    {
        var (start, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        try
        {
            read(input);
        }
        catch (TDocumented)
        {
            // As promised.
        }
#pragma warning disable CA1031 // Whatever else comes is the finding.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _fault = $"{corpus}: input {_number}: {fault}";
        }
        return (Stopwatch.GetElapsedTime(start), GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "XttsSaas.sln")))
                return Path.Combine(folder.FullName, "tests", "fixtures", "fuzz");
        }
        throw new InvalidOperationException("No XttsSaas.sln above the test binaries.");
    }
}
