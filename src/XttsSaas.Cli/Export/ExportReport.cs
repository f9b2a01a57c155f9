namespace XttsSaas.Cli.Export;

/// <summary>What <c>export</c> made: file names, their bytes in all, the time it took, and the process's peak memory in MiB.</summary>
internal sealed record ExportReport(IReadOnlyList<string> Files, long Bytes, double Seconds, long PeakMemoryMb);
