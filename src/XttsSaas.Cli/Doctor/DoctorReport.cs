namespace XttsSaas.Cli.Doctor;

/// <summary>What this machine can do; the field names are the command's stable JSON. Sizes in MiB.</summary>
internal sealed record DoctorReport(
    string Stack,
    string Reason,
    string Runtime,
    int Cores,
    IReadOnlyList<string> Providers,
    IReadOnlyList<ToolReport> Tools,
    IReadOnlyList<string> Models,
    long MemoryMb,
    long FreeMemoryMb,
    string DataFolder,
    long FreeDiskMb,
    string Database,
    IReadOnlyList<string> Missing);
