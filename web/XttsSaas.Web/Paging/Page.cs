namespace XttsSaas.Web.Paging;

/// <summary>Makes pages from rows that were read with <see cref="PageQuery.Take"/>.</summary>
public static class Page
{
    /// <summary>Cuts the extra row off and turns it into the cursor of the next page.</summary>
    public static Page<TBody> Of<T, TBody>(IReadOnlyList<T> rows, PageQuery query, Func<T, string> cursor, Func<T, TBody> map)
    {
        var more = rows.Count > query.Size;
        var shown = more ? rows.Take(query.Size).ToArray() : rows;
        return new Page<TBody>([.. shown.Select(map)], more ? cursor(shown[^1]) : null);
    }
}
