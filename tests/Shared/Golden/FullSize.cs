using System.Globalization;
using XttsSaas.Xtts.Parity;

namespace XttsSaas.Tests.Golden;

/// <summary>Cases at the size of XTTS v2: they run where memory allows and are skipped, with the reason, where it does not.</summary>
internal static class FullSize
{
    private const int Channels = 1024;
    private const long NeededMb = 9000;

    public static bool Is(ParityEntry entry) =>
        entry.ConfigArgs is { ValueKind: System.Text.Json.JsonValueKind.Object } args && args.GetProperty("gpt_n_model_channels").GetInt32() >= Channels;

    public static void SkipWithoutMemory()
    {
        var free = FreeMb();
        Assert.SkipUnless(free >= NeededMb, $"The full-size model needs {NeededMb} MiB of memory; {free} MiB are free.");
    }

    private static long FreeMb() => File.ReadLines("/proc/meminfo")
        .Where(line => line.StartsWith("MemAvailable:", StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024)
        .First();
}
