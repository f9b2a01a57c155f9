namespace XttsSaas.Web.Paging;

/// <summary>Cursor paging: at most <paramref name="Limit"/> rows (1–100, default 20) after the row <paramref name="After"/>.</summary>
public sealed record PageQuery(int? Limit, string? After)
{
    public const int DefaultLimit = 20;
    public const int MaxLimit = 100;

    public int Size => Limit ?? DefaultLimit;

    /// <summary>One row more than the page has: whether there is a next page shows without counting.</summary>
    public int Take => Size + 1;

    public Error? Check() => Size is < 1 or > MaxLimit
        ? Error.Invalid("limit", $"limit is {Size}; it must be 1 to {MaxLimit}.")
        : null;
}
