using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A number of any element type, as an operand.</summary>
public sealed class Scalar : IDisposable
{
    internal readonly ValueKind Kind;
    internal readonly long Num;
    internal readonly double Real;

    private Scalar(long value)
    {
        Kind = ValueKind.Int;
        Num = value;
        Real = value;
        Type = ScalarType.Int64;
    }

    private Scalar(double value)
    {
        Kind = ValueKind.Double;
        Real = value;
        Num = double.IsFinite(value) ? (long)value : 0;
        Type = ScalarType.Float64;
    }

    private Scalar(bool value) : this(value ? 1L : 0L)
    {
        Kind = ValueKind.Bool;
        Type = ScalarType.Bool;
    }

    public ScalarType Type { get; }

    public static implicit operator Scalar(byte value) => new((long)value);
    public static implicit operator Scalar(sbyte value) => new((long)value);
    public static implicit operator Scalar(short value) => new((long)value);
    public static implicit operator Scalar(int value) => new((long)value);
    public static implicit operator Scalar(long value) => new(value);
    public static implicit operator Scalar(Half value) => new((double)value);
    public static implicit operator Scalar(BFloat16 value) => new((double)value);
    public static implicit operator Scalar(float value) => new((double)value);
    public static implicit operator Scalar(double value) => new(value);
    public static implicit operator Scalar(bool value) => new(value);

    public void Dispose()
    {
    }
}
