using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Op.Call("aten::full", (long[])size, value, dtype ?? Infer(value), Argument.None, InitializeDevice(device)).requires_grad_(requires_grad);

    public static Tensor full(ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Op.Call("aten::full", (long[])size.ToArray(), value, dtype ?? Infer(value), Argument.None, InitializeDevice(device)).requires_grad_(requires_grad);

    public static Tensor full(long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Op.Call("aten::full", (long[])[size], value, dtype ?? Infer(value), Argument.None, InitializeDevice(device)).requires_grad_(requires_grad);

    public static Tensor full(long rows, long columns, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Op.Call("aten::full", (long[])[rows, columns], value, dtype ?? Infer(value), Argument.None, InitializeDevice(device)).requires_grad_(requires_grad);

    public static Tensor full(long dim0, long dim1, long dim2, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Op.Call("aten::full", (long[])[dim0, dim1, dim2], value, dtype ?? Infer(value), Argument.None, InitializeDevice(device)).requires_grad_(requires_grad);

    public static Tensor full(long dim0, long dim1, long dim2, long dim3, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Op.Call("aten::full", (long[])[dim0, dim1, dim2, dim3], value, dtype ?? Infer(value), Argument.None, InitializeDevice(device)).requires_grad_(requires_grad);

    public static Tensor full_like(Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        input.full_like(value, dtype, device, requires_grad);

    private static ScalarType Infer(Scalar value) => value.Type == ScalarType.Float64 ? get_default_dtype() : ScalarType.Int64;
}
