using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    private static ScalarType s_default = ScalarType.Float32;

    public static ScalarType get_default_dtype() => s_default;

    public static void set_default_dtype(ScalarType dtype) => s_default = dtype;

    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var integral = start.Type != ScalarType.Float64 && stop.Type != ScalarType.Float64 && step.Type != ScalarType.Float64;
        var type = dtype ?? (integral ? ScalarType.Int64 : get_default_dtype());
        return Op.Call("aten::arange.start_step", start, stop, step, type, Argument.None, InitializeDevice(device)).requires_grad_(requires_grad);
    }

    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Op.Call("aten::linspace", start, end, steps, dtype ?? get_default_dtype(), Argument.None, InitializeDevice(device)).requires_grad_(requires_grad);

    public static Tensor eye(long rows, long columns = -1L, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Op.Call("aten::eye.m", rows, columns < 0 ? rows : columns, dtype ?? get_default_dtype(), Argument.None, InitializeDevice(device)).requires_grad_(requires_grad);

    public static Tensor randint(long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        (generator is null
            ? Op.Call("aten::randint.low", low, high, size, dtype ?? ScalarType.Int64, Argument.None, InitializeDevice(device))
            : Op.Call("aten::randint.low_generator", low, high, size, generator, dtype ?? ScalarType.Int64, Argument.None, InitializeDevice(device)))
        .requires_grad_(requires_grad);

    public static Tensor randint(long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(0, high, size, dtype, device, requires_grad, generator, names);

    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        (generator is null
            ? Op.Call("aten::randperm", n, dtype ?? ScalarType.Int64, Argument.None, InitializeDevice(device))
            : Op.Call("aten::randperm.generator", n, generator, dtype ?? ScalarType.Int64, Argument.None, InitializeDevice(device)))
        .requires_grad_(requires_grad);

    public static Tensor normal(double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        empty(size, dtype, device).normal_(mean, std, generator).requires_grad_(requires_grad);
}
