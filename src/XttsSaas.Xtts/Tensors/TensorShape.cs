using System.Globalization;

namespace XttsSaas.Xtts.Tensors;

/// <summary>Dimensions of a tensor, outermost first; no dimensions is a scalar. Compared by value.</summary>
public readonly struct TensorShape : IEquatable<TensorShape>
{
    private readonly long[]? _dims;

    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public TensorShape(params ReadOnlySpan<long> dims)
    {
        foreach (var dim in dims)
            ArgumentOutOfRangeException.ThrowIfNegative(dim, nameof(dims));
        _dims = dims.ToArray();
    }

    public int Rank => _dims?.Length ?? 0;

    public long this[int axis] => _dims![axis];

    /// <summary>Product of the dimensions; 1 for a scalar.</summary>
    /// <exception cref="OverflowException">More than 2^63 elements.</exception>
    public long Count
    {
        get
        {
            var count = 1L;
            foreach (var dim in AsSpan())
                count = checked(count * dim);
            return count;
        }
    }

    public ReadOnlySpan<long> AsSpan() => _dims;

    public long[] ToArray() => AsSpan().ToArray();

    public bool Equals(TensorShape other) => AsSpan().SequenceEqual(other.AsSpan());

    public override bool Equals(object? obj) => obj is TensorShape other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var dim in AsSpan())
            hash.Add(dim);
        return hash.ToHashCode();
    }

    /// <summary>"64x80x1", or "scalar".</summary>
    public override string ToString() =>
        Rank == 0 ? "scalar" : string.Join('x', _dims!.Select(dim => dim.ToString(CultureInfo.InvariantCulture)));

    public static bool operator ==(TensorShape left, TensorShape right) => left.Equals(right);

    public static bool operator !=(TensorShape left, TensorShape right) => !left.Equals(right);
}
