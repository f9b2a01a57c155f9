namespace Orleans.Isolation;

/// <summary>One copy operation: what was copied already, so that shared objects stay shared and cycles end.</summary>
internal sealed class CopyContext
{
    private Dictionary<object, object>? _copies;

    public object? Copy(object? value)
    {
        if (value is null)
            return null;

        var type = value.GetType();
        if (DeepCopier.IsImmutable(type))
            return value;
        if (!type.IsValueType && _copies is not null && _copies.TryGetValue(value, out var known))
            return known;

        return TypeCopier.For(type).Copy(value, this);
    }

    /// <summary>Must be called before the members of <paramref name="original"/> are copied.</summary>
    public void Remember(object original, object copy) =>
        (_copies ??= new(ReferenceEqualityComparer.Instance))[original] = copy;
}
