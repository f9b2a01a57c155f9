namespace XttsSaas.Xtts.Pickle;

/// <summary>A tuple.</summary>
internal sealed class PickleTuple : PickleContainer
{
    public static readonly PickleTuple Empty = new([]);

    public PickleTuple(object?[] items)
    {
        Items = items;
        foreach (var item in items)
            Hold(item);
    }

    public object?[] Items { get; }
}
