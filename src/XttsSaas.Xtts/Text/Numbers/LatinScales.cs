using System.Globalization;
using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>
/// The long scale from 10^6 to 10^603 in one language's spelling: a Latin stem and one of two endings, a million step for 10^6n
/// and a milliard step for 10^(6n+3).
/// </summary>
internal sealed class LatinScales
{
    /// <summary>The highest named power of ten.</summary>
    public const int Highest = 603;

    private readonly string[] stems;
    private readonly string million;
    private readonly string milliard;

    /// <param name="ones">Stems of 10^6 to 10^54: m, b, tr and so on.</param>
    /// <param name="units">Prefixes of a multiple of ten, the empty one first.</param>
    /// <param name="tens">Stems of 10^60, 10^120 and so on.</param>
    /// <param name="hundred">Stem of 10^600.</param>
    public LatinScales(string[] ones, string[] units, string[] tens, string hundred, string million, string milliard)
    {
        stems = [.. ones, .. tens.SelectMany(ten => units.Select(unit => unit + ten)), hundred];
        (this.million, this.milliard) = (million, milliard);
    }

    /// <summary>The name of 10^<paramref name="power"/>, a multiple of three from 6 to <see cref="Highest"/>.</summary>
    public string Name(int power) => stems[(power / 6) - 1] + (power % 6 == 0 ? million : milliard);

    /// <summary>The power of the highest scale in a number of a million or more, at most <see cref="Highest"/>.</summary>
    public static int PowerIn(BigInteger value) =>
        Math.Min((value.ToString(CultureInfo.InvariantCulture).Length - 1) / 3 * 3, Highest);
}
