using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Parity;

/// <summary>One computed output under the name that the pack gives it: floating-point <see cref="Values"/> or <see cref="Integers"/>, row-major.</summary>
public sealed record ParityOutput
{
    private ParityOutput(string name, TensorShape shape) => (Name, Shape) = (name, shape);

    public string Name { get; }

    public TensorShape Shape { get; }

    public float[]? Values { get; private init; }

    public long[]? Integers { get; private init; }

    public static ParityOutput Of(string name, float[] values, TensorShape shape) => new(name, shape) { Values = values };

    /// <summary>A vector.</summary>
    public static ParityOutput Of(string name, params float[] values) => Of(name, values, new TensorShape(values.Length));

    public static ParityOutput OfIntegers(string name, IEnumerable<int> values)
    {
        long[] wide = [.. values.Select(value => (long)value)];
        return new ParityOutput(name, new TensorShape(wide.Length)) { Integers = wide };
    }

    /// <summary>The leading block of this output, for cases that keep only the first rows or frames.</summary>
    /// <exception cref="ArgumentException"><paramref name="shape"/> has another rank or is longer along an axis.</exception>
    public ParityOutput Leading(TensorShape shape)
    {
        if (Values is null || shape.Rank != Shape.Rank || Enumerable.Range(0, shape.Rank).Any(axis => shape[axis] > Shape[axis]))
            throw new ArgumentException($"{Name} of shape {Shape} has no leading block of shape {shape}.", nameof(shape));
        var block = new float[shape.Count];
        for (var i = 0L; i < block.Length; i++)
        {
            var (rest, position, stride) = (i, 0L, 1L);
            for (var axis = shape.Rank - 1; axis >= 0; axis--)
            {
                position += rest % shape[axis] * stride;
                rest /= shape[axis];
                stride *= Shape[axis];
            }
            block[i] = Values[position];
        }
        return Of(Name, block, shape);
    }
}
