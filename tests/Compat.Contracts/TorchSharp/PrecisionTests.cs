using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Compat.Contracts.TorchSharp;

[Collection(TorchCollection.Name)]
public sealed class PrecisionTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Half_RoundTrip_IsDotNetsHalf()
    {
        float[] values = [0, 1, -2.5f, 0.1f, 65504, 6.1e-5f, 3.14159f];
        var half = tensor(values).half();

        Assert.Equal(ScalarType.Float16, half.dtype);
        Assert.Equal(2, half.ElementSize);
        Assert.Equal(values.Select(v => (Half)v), half.data<Half>().ToArray());
        Assert.Equal(values.Select(v => (float)(Half)v), half.@float().Floats());
    }

    [Fact]
    public void BFloat16_RoundTrip_KeepsTheUpperHalfOfTheFloat()
    {
        float[] values = [0, 1, -2.5f, 0.1f, 3e38f, 1e-30f, 3.14159f, 1.00390625f];
        var brain = tensor(values).to(bfloat16);

        Assert.Equal(ScalarType.BFloat16, brain.dtype);
        var expected = values.Select(RoundToEven).ToArray();
        Assert.Equal(expected, brain.to(float32).Floats());
        Assert.Equal(expected, brain.data<BFloat16>().ToArray().Select(b => b.ToSingle()));
        Assert.Equal(expected, values.Select(v => (float)(BFloat16)v));
    }

    [Fact]
    public void BFloat16_Training_HasGradientsInItsType()
    {
        var x = ones([4L, 4L], bfloat16, requires_grad: true);

        x.matmul(x).sum().backward();

        Assert.Equal(bfloat16, x.grad!.dtype);
        Assert.Equal(8f, x.grad.Floats()[0]);
    }

    [Fact]
    public void Linear_WeightsConvertedToBFloat16_LeaveTheirGradientInFloat32()
    {
        var (input, weights) = (tensor(new[] { 1f, 2f }, [1, 2]), tensor(new[] { 0.1f, 3f }, [1, 2], requires_grad: true));

        var product = nn.functional.linear(input.to_type(bfloat16), weights.to_type(bfloat16));
        var sum = product + input;
        sum.sum().backward();

        Assert.Equal((bfloat16, float32), (product.dtype, sum.dtype));
        Assert.Equal(float32, weights.grad!.dtype);
        Assert.Equal([2f, 4f], weights.grad.Floats());
    }

    [Fact]
    public void Type_Conversions_ChangeTheElementType()
    {
        var x = tensor(new[] { 1.7f, -1.7f, 0 });

        Assert.Equal([1L, -1L, 0L], x.to(int64).data<long>().ToArray());
        Assert.Equal([true, true, false], x.@bool().data<bool>().ToArray());
        Assert.Equal(ScalarType.Float64, x.type(float64).dtype);
        Assert.Equal(ScalarType.Float32, x.to_type(float32).dtype);
        Assert.Equal(x.Floats(), x.to(CPU).Floats());
        Assert.Equal(ScalarType.Int32, x.type_as(tensor(new[] { 1 })).dtype);
    }

    private static float RoundToEven(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        return BitConverter.UInt32BitsToSingle((bits + 0x7FFF + ((bits >> 16) & 1)) & 0xFFFF0000);
    }
}
