namespace XttsSaas.Xtts.Parity;

/// <summary>One text, the limit in characters, and the parts that the reference cuts it into.</summary>
internal sealed record SplitRow(string Lang, int Limit, string Input, string[] Output);
