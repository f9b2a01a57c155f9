namespace XttsSaas.Xtts.Text;

/// <summary>Tokens that every XTTS vocabulary has.</summary>
public static class SpecialTokens
{
    public const string Stop = "[STOP]";
    public const string Unknown = "[UNK]";
    public const string Space = "[SPACE]";
    public const string Start = "[START]";
}
