namespace XttsSaas.Persistence.Conversions;

/// <summary>Parsing of ids in a form that expression trees accept.</summary>
internal static class IdText
{
    public static T Parse<T>(string text)
        where T : struct, IParsable<T> => T.Parse(text, null);
}
