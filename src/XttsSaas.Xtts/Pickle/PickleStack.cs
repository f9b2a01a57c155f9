namespace XttsSaas.Xtts.Pickle;

/// <summary>The pickle machine's stack, its marks and its memo; every access is checked.</summary>
internal sealed class PickleStack(PickleCursor cursor)
{
    private readonly List<object?> _values = [];
    private readonly Stack<int> _marks = new();
    private readonly List<object?> _memo = [];

    public void Push(object? value)
    {
        if (value is PickleContainer { Depth: > PickleLimits.Depth })
            throw TooDeep();
        _values.Add(value);
    }

    public object? Pop()
    {
        RequireAboveMark(1);
        var value = _values[^1];
        _values.RemoveAt(_values.Count - 1);
        return value;
    }

    public object? Peek()
    {
        RequireAboveMark(1);
        return _values[^1];
    }

    public void Mark()
    {
        if (_marks.Count == PickleLimits.Depth)
            throw TooDeep();
        _marks.Push(_values.Count);
    }

    /// <summary>Everything above the last mark, which goes away.</summary>
    public object?[] PopToMark()
    {
        if (!_marks.TryPop(out var mark))
            throw cursor.Fault("a group of values ends that never began");
        var items = _values[mark..].ToArray();
        _values.RemoveRange(mark, _values.Count - mark);
        return items;
    }

    public PickleTuple PopTuple(int count)
    {
        RequireAboveMark(count);
        var items = _values[^count..].ToArray();
        _values.RemoveRange(_values.Count - count, count);
        return new PickleTuple(items);
    }

    public void Memoize() => Memoize((uint)_memo.Count);

    public void Memoize(uint index)
    {
        if (index >= PickleLimits.MemoEntries)
            throw cursor.Fault($"memo entry {index}; at most {PickleLimits.MemoEntries} are kept");
        while (_memo.Count <= index)
            _memo.Add(PickleOpaque.Value);
        _memo[(int)index] = Peek();
    }

    public object? Recall(uint index) =>
        index < _memo.Count ? _memo[(int)index] : throw cursor.Fault($"memo entry {index} was never made");

    public void CheckDepth(PickleContainer container)
    {
        if (container.Depth > PickleLimits.Depth)
            throw TooDeep();
    }

    private void RequireAboveMark(int count)
    {
        if (_values.Count - count < (_marks.TryPeek(out var mark) ? mark : 0))
            throw cursor.Fault("a value is needed where none is");
    }

    private ModelFormatException TooDeep() => cursor.Fault($"values are nested deeper than {PickleLimits.Depth}");
}
