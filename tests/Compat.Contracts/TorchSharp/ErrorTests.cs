using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Compat.Contracts.TorchSharp;

[Collection(TorchCollection.Name)]
public sealed class ErrorTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Mm_WrongShapes_SaysBothShapes()
    {
        var error = Assert.Throws<ExternalException>(() => zeros(2, 3).mm(zeros(2, 3)));

        Assert.Contains("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)", error.Message);
    }

    [Fact]
    public void View_WrongSize_SaysTheSize()
    {
        var error = Assert.Throws<ExternalException>(() => zeros(6).view(4));

        Assert.Contains("shape '[4]' is invalid for input of size 6", error.Message);
    }

    [Fact]
    public void Backward_WithoutGraph_Says()
    {
        var error = Assert.Throws<ExternalException>(() => zeros(1).backward());

        Assert.Contains("does not require grad", error.Message);
    }

    [Fact]
    public void InPlace_OnLeaf_Says()
    {
        var leaf = zeros(1, requires_grad: true);
        var error = Assert.Throws<ExternalException>(() => leaf.add_(1));

        Assert.Contains("a leaf Variable that requires grad is being used in an in-place operation", error.Message);
    }

    [Fact]
    public void Index_OutOfRange_Says()
    {
        Assert.Throws<ExternalException>(() => zeros(3).index_select(0, tensor(new long[] { 3 })));
        var error = Assert.Throws<ExternalException>(() => zeros(3)[5]);

        Assert.Contains("index 5", error.Message);
    }

    [Fact]
    public void AfterError_NextCall_Works()
    {
        Assert.Throws<ExternalException>(() => zeros(6).view(4));

        zeros(6).view(2, 3).ShouldBe([0, 0, 0, 0, 0, 0]);
    }

    [Fact]
    public void Tensor_WrongLengthForShape_IsRefused() =>
        Assert.Throws<ArgumentException>(() => tensor(new float[] { 1, 2, 3 }, [2, 2]));

    [Fact]
    public void Cuda_OnCpuBuild_IsRefusedWithAReason()
    {
        if (cuda.is_available()) return;

        Assert.Throws<InvalidOperationException>(() => zeros(1, device: new Device(DeviceType.CUDA)));
        Assert.Throws<InvalidOperationException>(() => device("cuda"));
        Assert.Equal(0, cuda.device_count());
    }
}
