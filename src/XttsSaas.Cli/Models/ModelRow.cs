namespace XttsSaas.Cli.Models;

/// <summary>One installed model; the field names are the command's stable JSON.</summary>
/// <param name="Kind"><c>base</c> or <c>whisper</c>.</param>
/// <param name="Sha256">Of the file with the weights.</param>
/// <param name="Error">Why it cannot be used; null when it can.</param>
internal sealed record ModelRow(string Name, string Kind, string? Sha256, string? License, bool CommercialUse, string Path, long Bytes, string? Error = null);
