using TorchSharp;
using XttsSaas.Training.Model;
using XttsSaas.Xtts.Tensors;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Training.Tests.Model;

/// <summary>Weights of very small model parts in double precision, and their gradients by central differences.</summary>
internal static class SmallWeights
{
    private const double Step = 1e-6;
    private const int ElementsPerTensor = 4;

    /// <summary>Every floating-point tensor of <paramref name="layout"/> under <paramref name="prefix"/>, around 0; scales and variances around 1.</summary>
    public static ModelWeights Of(IEnumerable<TensorSpec> layout, string prefix)
    {
        var weights = new ModelWeights(torch.CPU, torch.ScalarType.Float64);
        foreach (var spec in layout.Where(spec => spec.Type == TensorType.F32 && spec.Name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var values = new float[spec.Shape.Count];
            var offset = spec.Shape.Rank == 1 && !spec.Name.EndsWith("bias", StringComparison.Ordinal) && !spec.Name.EndsWith("mean", StringComparison.Ordinal) ? 1 : 0;
            WeightFormula.Fill(values, "small/" + spec.Name, offset, 0.5);
            weights.Add(spec.Name, values, spec.Shape.ToArray());
        }
        return weights;
    }

    /// <summary>Asserts that backward passes of <paramref name="loss"/> agree with central differences, a few elements of every tensor called for.</summary>
    public static void AssertGradients(ModelWeights weights, Func<string, bool> which, Func<torch.Tensor> loss)
    {
        var chosen = weights.All.Where(entry => which(entry.Key)).ToList();
        Assert.NotEmpty(chosen);
        foreach (var (_, parameter) in chosen)
            parameter.requires_grad_(true);
        using var scope = torch.NewDisposeScope();
        loss().backward();
        using var gradients = torch.no_grad();
        var live = 0;
        foreach (var (name, parameter) in chosen)
        {
            var gradient = parameter.grad?.contiguous().data<double>().ToArray() ?? throw new InvalidOperationException($"{name} got no gradient.");
            live += gradient.Any(value => value != 0) ? 1 : 0;
            var flat = parameter.view(-1);
            for (var i = 0L; i < gradient.Length; i += Math.Max(1, gradient.Length / ElementsPerTensor))
            {
                var slope = (At(flat, i, Step, loss) - At(flat, i, -Step, loss)) / (2 * Step);
                Assert.True(Math.Abs(slope - gradient[i]) <= 1e-6 + (1e-5 * Math.Abs(slope)), $"{name}[{i}]: the gradient is {gradient[i]}, the slope {slope}.");
            }
        }
        Assert.True(live * 2 > chosen.Count, $"{chosen.Count - live} of {chosen.Count} tensors have no gradient at all."); // a few ReLUs are shut
    }

    private static double At(torch.Tensor flat, long index, double change, Func<torch.Tensor> loss)
    {
        using var scope = torch.NewDisposeScope();
        var element = flat.narrow(0, index, 1);
        element.add_(change);
        var value = loss().item<double>();
        element.add_(-change);
        return value;
    }
}
