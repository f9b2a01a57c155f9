using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Compat.Contracts.TorchSharp;

[Collection(TorchCollection.Name)]
public sealed class AutogradTests
{
    [Fact]
    public void Backward_SumOfSquares_GivesTwiceTheValue()
    {
        using var scope = NewDisposeScope();
        var x = torch.tensor(new float[] { 1, -2, 3 }, requires_grad: true);

        (x * x).sum().backward();

        Assert.Equal([2f, -4f, 6f], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Backward_Matmul_GivesTheOtherFactor()
    {
        using var scope = NewDisposeScope();
        var a = torch.tensor(new float[,] { { 1, 2 }, { 3, 4 } }, requires_grad: true); // [2, 2]
        var b = torch.tensor(new float[,] { { 5, 6 }, { 7, 8 } }, requires_grad: true); // [2, 2]

        a.matmul(b).sum().backward();

        Assert.Equal([11f, 15f, 11f, 15f], a.grad!.data<float>().ToArray());
        Assert.Equal([4f, 4f, 6f, 6f], b.grad!.data<float>().ToArray());
    }

    [Fact]
    public void NoGrad_Operation_RecordsNothing()
    {
        using var scope = NewDisposeScope();
        var x = torch.ones(2, requires_grad: true);

        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            Assert.False((x * 2).requires_grad);
        }

        Assert.True(is_grad_enabled());
        Assert.True((x * 2).requires_grad);
    }

    [Fact]
    public void InferenceMode_Operation_RecordsNothing()
    {
        using var scope = NewDisposeScope();
        var x = torch.ones(2, requires_grad: true);

        using (inference_mode())
        {
            Assert.True(is_inference_mode_enabled());
            Assert.False((x * 2).requires_grad);
        }

        Assert.False(is_inference_mode_enabled());
    }

    [Fact]
    public void Backward_Twice_Accumulates()
    {
        using var scope = NewDisposeScope();
        var x = torch.tensor(new float[] { 2 }, requires_grad: true);

        (x * 3).sum().backward();
        (x * 3).sum().backward();

        Assert.Equal(6f, x.grad!.item<float>());
    }

    [Fact]
    public void Grad_OfSelectedInput_LeavesGradFieldsEmpty()
    {
        using var scope = NewDisposeScope();
        var x = torch.tensor(new float[] { 2, 3 }, requires_grad: true);
        var y = (x * x * x).sum();

        var grads = autograd.grad([y], [x]);

        Assert.Equal([12f, 27f], grads[0].data<float>().ToArray());
        Assert.True(x.grad is null);
    }

    [Fact]
    public void Detach_BreaksTheGraph()
    {
        using var scope = NewDisposeScope();
        var x = torch.tensor(new float[] { 2 }, requires_grad: true);

        (x * x.detach()).sum().backward();

        Assert.Equal(2f, x.grad!.item<float>());
    }
}
