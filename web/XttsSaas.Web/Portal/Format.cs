using System.Globalization;

namespace XttsSaas.Web.Portal;

/// <summary>Numbers and times as the portal writes them, the same in every language.</summary>
public static class Format
{
    private const int Minute = 60;
    private const int Hour = 3600;
    private const double Kibi = 1024;
    private static readonly string[] ByteUnits = ["B", "KiB", "MiB", "GiB", "TiB"];

    /// <summary>1,240</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>2.143</summary>
    public static string Loss(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>0.75, 10: as short as it is exact to two decimals.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>4.2 s, 3 min 05 s, 2 h 10 min; <paramref name="seconds"/> may be fractional and not negative.</summary>
    public static string Duration(double seconds) => seconds switch
    {
        < 10 => $"{seconds.ToString("0.0", CultureInfo.InvariantCulture)} s",
        < Minute => $"{Math.Round(seconds)} s",
        < Hour => $"{(int)seconds / Minute} min {(int)seconds % Minute:00} s",
        _ => $"{Count((long)seconds / Hour)} h {(int)(seconds % Hour) / Minute:00} min",
    };

    /// <summary>A rough remaining time: 40 s, 18 min, 2 h 10 min.</summary>
    public static string Remaining(double seconds) => seconds switch
    {
        < Minute => $"{Math.Max(1, Math.Ceiling(seconds))} s",
        < Hour => $"{Math.Ceiling(seconds / Minute)} min",
        _ => Duration(seconds),
    };

    /// <summary>0:04.2, 3:05.0: a place within a recording.</summary>
    public static string Position(double seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)seconds / Minute}:{seconds % Minute:00.0}");

    /// <summary>3.4 MiB</summary>
    public static string Bytes(double bytes)
    {
        var unit = 0;
        while (bytes >= Kibi && unit < ByteUnits.Length - 1)
            (bytes, unit) = (bytes / Kibi, unit + 1);
        return $"{bytes.ToString(unit == 0 ? "0" : "0.#", CultureInfo.InvariantCulture)} {ByteUnits[unit]}";
    }

    /// <summary>22 Nov 2026</summary>
    public static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>22 Nov 2026, 06:15 UTC</summary>
    public static string Moment(DateTimeOffset at) =>
        at.UtcDateTime.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
