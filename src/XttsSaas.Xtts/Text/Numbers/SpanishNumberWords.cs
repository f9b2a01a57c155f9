using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>Spanish: "veintiún", "quinientos", "mil millones"; names up to cuatrillones.</summary>
internal sealed class SpanishNumberWords() : ScaleNumberWords(Names)
{
    private static readonly IEnumerable<NamedNumber> Names =
    [
        .. ScaleNames.FromZero(
            "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece", "catorce",
            "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno", "veintidós", "veintitrés",
            "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve"),
        new("treinta", 30), new("cuarenta", 40), new("cincuenta", 50), new("sesenta", 60), new("setenta", 70), new("ochenta", 80),
        new("noventa", 90), new("cien", 100), new("mil", 1000), new("millón", 1_000_000), new("billón", BigInteger.Pow(10, 12)),
        new("trillón", BigInteger.Pow(10, 18)), new("cuatrillón", BigInteger.Pow(10, 24)),
    ];

    private static readonly string[] UnitOrdinals =
        ["", "primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "séptimo", "octavo", "noveno", "décimo"];

    private static readonly string[] TenOrdinals =
    [
        "", "décimo", "vigésimo", "trigésimo", "quadragésimo", "quincuagésimo", "sexagésimo", "septuagésimo", "octogésimo", "nonagésimo",
        "centésimo",
    ];

    private static readonly string[] HundredOrdinals =
    [
        "", "centésimo", "ducentésimo", "tricentésimo", "cuadrigentésimo", "quingentésimo", "sexcentésimo", "septigentésimo",
        "octigentésimo", "noningentésimo", "milésimo",
    ];

    private static readonly string[] ThousandOrdinals = ["", "milésimo", "millonésimo", "billonésimo", "trillonésimo", "cuadrillonésimo"];

    protected override string PointWord => "punto";

    protected override string CentsSeparator => " con";

    protected override IReadOnlyDictionary<string, CurrencyNames> Currencies { get; } = new Dictionary<string, CurrencyNames>
    {
        ["EUR"] = new("euro", "euros", "céntimo", "céntimos"),
        ["GBP"] = new("libra", "libras", "penique", "peniques"),
        ["USD"] = new("dólar", "dólares", "centavo", "centavos"),
    };

    /// <summary>Joined from the ordinals of the parts; from 10^18 on the cardinal.</summary>
    public override string? Ordinal(BigInteger value)
    {
        if (value >= BigInteger.Pow(10, 18))
            return Cardinal(value);
        return (long)value switch
        {
            <= 10 and var small => UnitOrdinals[small],
            <= 12 and var small => UnitOrdinals[10] + UnitOrdinals[small - 10],
            <= 100 and var small => WithRest(TenOrdinals[small / 10], small % 10),
            <= 1000 and var small => WithRest(HundredOrdinals[small / 100], small % 100),
            var large => LargeOrdinal(large),
        };
    }

    /// <summary>"un euro", "veintiún dólares", but "una libra", "doscientas libras".</summary>
    public override string? Currency(string amount, string currency)
    {
        if (base.Currency(amount, currency) is not { } words)
            return null;
        var cents = words.IndexOf(CentsSeparator, StringComparison.Ordinal);
        if (currency == "GBP")
            words = Feminine(words[..cents]) + words[cents..];
        return words.Replace("veintiuno", "veintiún", StringComparison.Ordinal).Replace("uno", "un", StringComparison.Ordinal);
    }

    protected override NumberPart Join(NumberPart left, NumberPart right)
    {
        var (count, name) = (left.Text, right.Text);
        if (left.Value.IsOne)
        {
            if (right.Value < 1_000_000)
                return right;
            count = "un";
        }
        else if (left.Value == 100 && right.Value % 1000 != 0)
        {
            count = "ciento";
        }
        if (right.Value < left.Value)
            return new(left.Value < 100 ? $"{count} y {name}" : $"{count} {name}", left.Value + right.Value);
        var product = left.Value * right.Value;
        if (right.Value == 100)
            return new(Hundreds(count), product);
        return new($"{count} {(left.Value > 1 && right.Value % 1_000_000 == 0 ? name[..^"lón".Length] + "lones" : name)}", product);
    }

    private static string Hundreds(string count) => count switch
    {
        "cinco" => "quinientos",
        "siete" => "setecientos",
        "nueve" => "novecientos",
        _ => count + "cientos",
    };

    private static string Feminine(string words) =>
        words.Replace("uno", "una", StringComparison.Ordinal).Replace("cientos", "cientas", StringComparison.Ordinal);

    private string WithRest(string head, long rest) => $"{head} {Ordinal(rest)}".TrimEnd();

    /// <summary>The highest power of a thousand, counted in cardinals, then the rest: "doscientosmilésimo primero".</summary>
    private string LargeOrdinal(long value)
    {
        var power = 1;
        var scale = 1000L;
        for (; value / scale >= 1000; power++)
            scale *= 1000;
        var (high, rest) = Math.DivRem(value, scale);
        return WithRest((high == 1 ? "" : Cardinal(high)) + ThousandOrdinals[power], rest);
    }
}
