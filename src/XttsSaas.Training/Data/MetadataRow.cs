namespace XttsSaas.Training.Data;

/// <summary>One line of an LJSpeech metadata file.</summary>
/// <param name="Name">The first column: the WAV file's name without its extension.</param>
/// <param name="Text">The last column: the normalised transcript.</param>
public sealed record MetadataRow(string Name, string Text);
