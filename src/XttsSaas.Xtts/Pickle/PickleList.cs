namespace XttsSaas.Xtts.Pickle;

/// <summary>A list.</summary>
internal sealed class PickleList : PickleContainer
{
    private List<object?>? _items;

    public IReadOnlyList<object?> Items => _items ?? [];

    public void Add(object? item)
    {
        (_items ??= []).Add(item);
        Hold(item);
    }
}
