namespace XttsSaas.Xtts.Pickle;

/// <summary>A dict or OrderedDict: pairs in the order in which they were set. A key that was set twice is here twice; the later counts.</summary>
internal sealed class PickleDict : PickleContainer
{
    private List<KeyValuePair<object, object?>>? _items;

    public IReadOnlyList<KeyValuePair<object, object?>> Items => _items ?? [];

    /// <summary>The value of a text key; null where there is none.</summary>
    public object? this[string key]
    {
        get
        {
            for (var index = Items.Count - 1; index >= 0; index--)
            {
                if (Items[index].Key is string name && name == key)
                    return Items[index].Value;
            }
            return null;
        }
    }

    /// <summary>Pairs whose key is text.</summary>
    public IEnumerable<(string Name, object? Value)> Named()
    {
        foreach (var (key, value) in Items)
        {
            if (key is string name)
                yield return (name, value);
        }
    }

    public void Set(object? key, object? value)
    {
        (_items ??= []).Add(new KeyValuePair<object, object?>(key ?? PickleOpaque.Value, value));
        Hold(value);
    }
}
