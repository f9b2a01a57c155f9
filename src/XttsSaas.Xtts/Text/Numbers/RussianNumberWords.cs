using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>
/// Russian: no pounds. A decimal is a number of wholes and a number of tenths, hundredths and so on, both feminine. In an ordinal of
/// several groups the earlier ones are inflected too when they are round: 200001 is "двухсотый тысяч первый".
/// </summary>
internal sealed class RussianNumberWords : INumberWords
{
    public string? Cardinal(BigInteger value) => RussianCardinal.Say(value, feminine: false);

    public string? Ordinal(BigInteger value) => RussianOrdinal.Say(value);

    public string? Decimal(string number)
    {
        if (PrintedDouble.Read(number)?.Sides is not var (left, right))
            return null;
        var parts = BigInteger.Parse(right);
        var ending = parts % 10 == 1 && !right.EndsWith("11", StringComparison.Ordinal) ? "ая" : "ых";
        return $"{RussianCardinal.Say(left, feminine: true)} {RussianCardinal.Plural(left, ["целая", "целых", "целых"])} "
            + $"{RussianCardinal.Say(parts, feminine: true)} {RussianOrdinal.PlaceStem(right.Length)}{ending}";
    }

    public string? Currency(string amount, string currency) =>
        MoneyAmount.Say(amount, Names(currency), Cardinal, RussianCardinal.Plural);

    private static (string[] Units, string[] Cents)? Names(string currency) => currency switch
    {
        "EUR" => (["евро", "евро", "евро"], ["цент", "цента", "центов"]),
        "USD" => (["доллар", "доллара", "долларов"], ["цент", "цента", "центов"]),
        _ => null,
    };
}
