namespace TorchSharp;

public static partial class torch
{
    /// <summary>A copy of an array of any rank and element type, with the array's shape.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        rawArray switch
        {
            _ when rawArray.GetType().GetElementType() == typeof(float) => Creation.CopyArray<float>(rawArray, dtype, device, requires_grad),
            _ when rawArray.GetType().GetElementType() == typeof(double) => Creation.CopyArray<double>(rawArray, dtype, device, requires_grad),
            _ when rawArray.GetType().GetElementType() == typeof(long) => Creation.CopyArray<long>(rawArray, dtype, device, requires_grad),
            _ when rawArray.GetType().GetElementType() == typeof(int) => Creation.CopyArray<int>(rawArray, dtype, device, requires_grad),
            _ when rawArray.GetType().GetElementType() == typeof(short) => Creation.CopyArray<short>(rawArray, dtype, device, requires_grad),
            _ when rawArray.GetType().GetElementType() == typeof(byte) => Creation.CopyArray<byte>(rawArray, dtype, device, requires_grad),
            _ when rawArray.GetType().GetElementType() == typeof(sbyte) => Creation.CopyArray<sbyte>(rawArray, dtype, device, requires_grad),
            _ when rawArray.GetType().GetElementType() == typeof(bool) => Creation.CopyArray<bool>(rawArray, dtype, device, requires_grad),
            _ when rawArray.GetType().GetElementType() == typeof(Half) => Creation.CopyArray<Half>(rawArray, dtype, device, requires_grad),
            _ => throw new NotSupportedException($"The element type {rawArray.GetType().GetElementType()} is not supported."),
        };

    public static Tensor as_tensor(Array data, ScalarType? dtype = null, Device? device = null) => from_array(data, dtype, device);
}
