using static TorchSharp.torch;

namespace XttsSaas.Compat.Contracts.TorchSharp;

/// <summary>Reads tensors for comparison.</summary>
internal static class TorchNumbers
{
    /// <summary>All elements as floats, in logical order, whatever the element type.</summary>
    internal static float[] Floats(this Tensor tensor) => tensor.detach().to(ScalarType.Float32).cpu().contiguous().data<float>().ToArray();

    internal static long[] Longs(this Tensor tensor) => tensor.detach().to(ScalarType.Int64).cpu().contiguous().data<long>().ToArray();

    internal static void ShouldBe(this Tensor actual, float[] expected, double tolerance = 1e-5)
    {
        var numbers = actual.Floats();
        Assert.Equal(expected.Length, numbers.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - numbers[i]) <= tolerance * Math.Max(1, Math.Abs(expected[i])), $"[{i}] expected {expected[i]}, got {numbers[i]}");
    }
}
