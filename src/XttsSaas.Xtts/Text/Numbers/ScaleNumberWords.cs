using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>
/// Number words of a language that names numbers by their largest part: 2,017 is two × thousand + seventeen. A number is cut at the
/// largest named number not above it into how many of those, that one, and the rest; <see cref="Join"/> then puts the words together, first
/// count and name, then that and the rest. A whole number that was written as a decimal ("12.0") is cut by the doubles of the names.
/// </summary>
/// <param name="names">Every named number down to 0, in any order.</param>
internal abstract class ScaleNumberWords(IEnumerable<NamedNumber> names) : INumberWords
{
    private readonly NamedNumber[] _names = [.. names.OrderByDescending(name => name.Value)];
    private readonly BigInteger _limit = names.Max(name => name.Value) * 1000;

    /// <summary>Currency code to its names.</summary>
    protected abstract IReadOnlyDictionary<string, CurrencyNames> Currencies { get; }

    /// <summary>What is said for the decimal point.</summary>
    protected abstract string PointWord { get; }

    /// <summary>Stands between units and cents, with what it needs before and no space after.</summary>
    protected abstract string CentsSeparator { get; }

    /// <inheritdoc/>
    public string? Cardinal(BigInteger value) => InWords(value, name => name.Value);

    /// <inheritdoc/>
    public abstract string? Ordinal(BigInteger value);

    /// <inheritdoc/>
    public virtual string? Decimal(string number)
    {
        if (PrintedDouble.Read(number) is not { } parsed)
            return null;
        if (parsed.IsWhole)
            return InWords(parsed.Whole, name => name.AsDouble);
        if (parsed.FractionDigits() is not { } digits)
            return null;
        var spoken = digits.Select(digit => Cardinal(digit - '0'));
        return Finish($"{Cardinal(parsed.Whole)} {PointWord} {string.Join(' ', spoken)}");
    }

    /// <inheritdoc/>
    public virtual string? Currency(string amount, string currency)
    {
        if (!Currencies.TryGetValue(currency, out var names) || MoneyAmount.Read(amount) is not { } money)
            return null;
        if (Cardinal(money.Units) is not { } units || Cardinal(money.Cents) is not { } cents)
            return null;
        var unitName = money.Units.IsOne ? names.Unit : names.Units;
        var centName = money.Cents == 1 ? names.Cent : names.Cents;
        return $"{units} {unitName}{CentsSeparator} {cents} {centName}";
    }

    /// <summary>
    /// Joins a count and a name ("two", "thousand": the right value is the larger) or a number and its rest ("two thousand", "seventeen": the
    /// left value is the larger). A count of one comes as the word for 1.
    /// </summary>
    protected abstract NumberPart Join(NumberPart left, NumberPart right);

    /// <summary>Spelling of the whole number, after all parts are joined.</summary>
    protected virtual string Finish(string words) => words;

    /// <summary>Null from a thousand times the largest named number on.</summary>
    private string? InWords(BigInteger value, Func<NamedNumber, BigInteger> divisor) =>
        value < _limit ? Finish(Compose(value, divisor).Text) : null;

    private NumberPart Compose(BigInteger value, Func<NamedNumber, BigInteger> divisor)
    {
        var name = _names.First(name => name.Value <= value);
        if (value.IsZero)
            return name.Part;
        var count = BigInteger.DivRem(value, divisor(name), out var rest);
        var head = Join(count.IsOne ? _names[^2].Part : Compose(count, divisor), name.Part);
        return rest.IsZero ? head : Join(head, Compose(rest, divisor));
    }
}
