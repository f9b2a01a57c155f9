using TorchSharp.Modules;
using static TorchSharp.torch;

namespace XttsSaas.Training.Optimization;

/// <summary>
/// What the loss is multiplied by, so that small gradients do not vanish in float16 (Micikevicius et al. 2018, section 3.2). It is
/// halved when gradients overflow, and doubled when they have not for a long time. A power of two, so scaling rounds nothing.
/// </summary>
/// <param name="Factor">What the loss is multiplied by and the gradients are divided by.</param>
/// <param name="GoodSteps">Steps since it changed.</param>
public sealed record LossScale(double Factor, int GoodSteps)
{
    /// <summary>Steps without an overflow after which the factor is doubled.</summary>
    public const int GrowAfter = 2000;

    /// <summary>What a run begins with.</summary>
    public static LossScale Start { get; } = new(65_536, 0);

    /// <summary>Whether the factor may be what made gradients overflow.</summary>
    internal bool IsRaised => Factor > 1;

    /// <summary>The scale after a step whose gradients were <paramref name="finite"/>, or not.</summary>
    public LossScale After(bool finite)
    {
        if (!finite)
            return new LossScale(Factor / 2, 0);
        return GoodSteps + 1 < GrowAfter ? this with { GoodSteps = GoodSteps + 1 } : new LossScale(Factor * 2, 0);
    }

    /// <summary>Takes the factor out of the gradients of <paramref name="parameters"/>.</summary>
    public void Unscale(IEnumerable<Parameter> parameters)
    {
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        foreach (var parameter in parameters)
            parameter.grad?.mul_(1 / Factor);
    }
}
