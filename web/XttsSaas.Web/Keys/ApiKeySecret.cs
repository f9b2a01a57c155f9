using System.Security.Cryptography;

namespace XttsSaas.Web.Keys;

/// <summary>The text of API keys: <c>xtts_</c> and 52 base32 characters, 256 random bits.</summary>
public static class ApiKeySecret
{
    public const string Prefix = "xtts_";

    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const int Characters = 52;
    private const int HintCharacters = 6;

    public static string New() => Prefix + RandomNumberGenerator.GetString(Alphabet, Characters);

    /// <summary>Whether a bearer credential means to be an API key; whether it is one, the hash decides.</summary>
    public static bool LooksLikeOne(string credential) => credential.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The beginning that may be shown again: <c>xtts_ab12cd…</c>.</summary>
    public static string Hint(string secret) => secret[..(Prefix.Length + HintCharacters)] + "…";
}
