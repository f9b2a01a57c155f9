namespace XttsSaas.Xtts.Parity;

/// <summary>A file of text rows.</summary>
internal sealed record RowFile<T>(IReadOnlyList<T> Rows);
