using TorchSharp;
using TorchSharp.Modules;
using XttsSaas.Training.Model;
using XttsSaas.Training.Optimization;
using static TorchSharp.torch;

namespace XttsSaas.Training.Tests.Optimization;

public sealed class NamedAdamWTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(65_536)]
    [InlineData(200_001)]
    public void Step_ParameterOfManySlices_IsUpdatedAsInOnePiece(int count)
    {
        const double Rate = 1e-3, Decay = 0.01, Beta1 = 0.9, Beta2 = 0.96;
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var parameter = new Parameter(randn(count));
        var (whole, first, second) = (parameter.detach().clone(), zeros(count), zeros(count));
        using var optimizer = new NamedAdamW([KeyValuePair.Create("h.attn.weight", parameter)], Decay);

        for (var step = 1; step <= 3; step++)
        {
            var gradient = randn(count);
            parameter.grad = gradient.clone();
            optimizer.Step(Rate, step);

            whole.mul_(1 - (Rate * Decay));
            first.mul_(Beta1).add_(gradient, alpha: 1 - Beta1);
            second.mul_(Beta2).addcmul_(gradient, gradient, 1 - Beta2);
            var denominator = second.sqrt().div_(Math.Sqrt(1 - Math.Pow(Beta2, step))).add_(1e-8);
            whole.addcdiv_(first, denominator, -Rate / (1 - Math.Pow(Beta1, step)));
        }

        Assert.Equal(whole.ToHostArray(), parameter.ToHostArray());
    }
}
