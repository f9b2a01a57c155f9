using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>
/// Numbers of one language in words, as num2words 0.5.14 says them. A member returns null for what that library does not know in this
/// language (the reference then leaves the digits to its next stage).
/// </summary>
internal interface INumberWords
{
    /// <summary>"1234" as a cardinal.</summary>
    string? Cardinal(BigInteger value);

    /// <summary>"21" as an ordinal, in the form that the library gives by default.</summary>
    string? Ordinal(BigInteger value);

    /// <summary>A decimal fraction; <paramref name="number"/> is digits, a point and digits, for example "12.50", read as a double would be.</summary>
    string? Decimal(string number);

    /// <summary>An amount of money with its smaller unit, for example "20.5" in <c>USD</c>, <c>EUR</c> or <c>GBP</c>.</summary>
    string? Currency(string amount, string currency);
}
