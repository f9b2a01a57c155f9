namespace XttsSaas.Cli.Doctor;

/// <summary>A program or library that the platform uses; <paramref name="Version"/> is null when it is not there.</summary>
internal sealed record ToolReport(string Name, string? Version, string UsedFor);
