using System.Security.Cryptography;
using System.Text;

namespace XttsSaas.Web.Keys;

/// <summary>
/// Hashes API keys with HMAC-SHA256 under a secret of this installation, so that a stolen database alone cannot be
/// used to test guesses. Keys carry 256 random bits: a slow password hash would add nothing.
/// </summary>
public sealed class ApiKeyHasher(byte[] pepper)
{
    /// <summary>32 bytes.</summary>
    public byte[] Hash(string secret) => HMACSHA256.HashData(pepper, Encoding.UTF8.GetBytes(secret));

    public bool Matches(string secret, ReadOnlySpan<byte> hash) => CryptographicOperations.FixedTimeEquals(Hash(secret), hash);
}
