using System.Globalization;
using XttsSaas.Abstractions.Usage;

namespace XttsSaas.Web.Usage;

/// <summary>A line's place in the ledger, as text: its time in ticks and its id, since times can be equal.</summary>
public readonly record struct LedgerCursor(DateTimeOffset At, string Id)
{
    private const char Separator = '~';

    public static string Of(UsageEvent line) => $"{line.At.UtcTicks}{Separator}{line.Id}";

    public static bool TryParse(string text, out LedgerCursor cursor)
    {
        cursor = default;
        var at = text.IndexOf(Separator, StringComparison.Ordinal);
        if (at < 1 || !long.TryParse(text.AsSpan(0, at), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) || ticks >= DateTimeOffset.MaxValue.UtcTicks)
            return false;
        cursor = new LedgerCursor(new DateTimeOffset(ticks, TimeSpan.Zero), text[(at + 1)..]);
        return true;
    }

    /// <summary>Whether a line, in the order newest first, comes after this place.</summary>
    public bool IsBefore(UsageEvent line) => line.At < At || (line.At == At && string.CompareOrdinal(line.Id, Id) < 0);
}
