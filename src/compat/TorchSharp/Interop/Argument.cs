using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>An operand of an ATen operator, in the order of the operator's schema.</summary>
internal readonly struct Argument
{
    internal readonly ValueKind Kind;
    internal readonly object? Object;
    internal readonly long Num;
    internal readonly double Real;

    private Argument(ValueKind kind, object? value = null, long num = 0, double real = 0)
    {
        Kind = kind;
        Object = value;
        Num = num;
        Real = real;
    }

    internal static readonly Argument None = new(ValueKind.None);

    /// <summary>The default that the operator's schema declares.</summary>
    internal static readonly Argument Default = new(ValueKind.Default);

    internal static Argument OptionalTensors(Tensor?[] tensors) => new(ValueKind.OptionalTensors, tensors);
    internal static Argument Doubles(double[] values) => new(ValueKind.Doubles, values);

    public static implicit operator Argument(Tensor? value) => value is null ? None : new(ValueKind.Tensor, value);
    public static implicit operator Argument(Tensor[] value) => new(ValueKind.Tensors, value);
    public static implicit operator Argument(long value) => new(ValueKind.Int, num: value);
    public static implicit operator Argument(long? value) => value is { } v ? v : None;
    public static implicit operator Argument(double value) => new(ValueKind.Double, real: value);
    public static implicit operator Argument(double? value) => value is { } v ? v : None;
    public static implicit operator Argument(bool value) => new(ValueKind.Bool, num: value ? 1 : 0);
    public static implicit operator Argument(bool? value) => value is { } v ? v : None;
    public static implicit operator Argument(long[]? value) => value is null ? None : new(ValueKind.Ints, value);
    public static implicit operator Argument(string? value) => value is null ? None : new(ValueKind.String, value);
    public static implicit operator Argument(ScalarType value) => (long)value;
    public static implicit operator Argument(ScalarType? value) => value is { } v ? (long)v : None;
    public static implicit operator Argument(Device? value) => value is null ? None : new(ValueKind.Device, value);
    public static implicit operator Argument(Generator? value) => value is null ? None : new(ValueKind.Generator, value);

    public static implicit operator Argument(Scalar? value) => value is null ? None : value.Kind switch
    {
        ValueKind.Double => value.Real,
        ValueKind.Bool => value.Num != 0,
        _ => value.Num,
    };
}
