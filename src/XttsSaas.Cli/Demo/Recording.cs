namespace XttsSaas.Cli.Demo;

/// <summary>A long recording on disk and the text that is spoken in it.</summary>
internal sealed record Recording(string Path, string Transcript);
