using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace XttsSaas.Training.Optimization;

/// <summary>
/// AdamW with decoupled weight decay (Loshchilov and Hutter 2019, algorithm 2). Its moments are addressed by the
/// parameters' names, so that a checkpoint holds them beside the weights and a resumed run goes on bit for bit.
/// </summary>
public sealed class NamedAdamW : IDisposable
{
    private const double Epsilon = 1e-8;
    private readonly double weightDecay;
    private readonly double beta1;
    private readonly double beta2;
    private readonly List<Slot> slots = [];

    /// <param name="parameters">What is optimised, by name.</param>
    /// <param name="weightDecay">Decay per unit of learning rate, on matrices only.</param>
    /// <param name="beta1">Decay rate of the first moments.</param>
    /// <param name="beta2">Decay rate of the second moments; the default is the reference's.</param>
    public NamedAdamW(IEnumerable<KeyValuePair<string, Parameter>> parameters, double weightDecay, double beta1 = 0.9, double beta2 = 0.96)
    {
        (this.weightDecay, this.beta1, this.beta2) = (weightDecay, beta1, beta2);
        foreach (var (name, parameter) in parameters)
            slots.Add(new Slot(name, parameter, Zeros(parameter), Zeros(parameter)));
    }

    /// <summary>What is optimised, in a fixed order.</summary>
    public IEnumerable<Parameter> Parameters => slots.Select(slot => slot.Parameter);

    /// <summary>First and second moments, under <c>first.NAME</c> and <c>second.NAME</c>.</summary>
    public IEnumerable<KeyValuePair<string, Tensor>> Moments => slots.SelectMany(slot => new[]
    {
        KeyValuePair.Create("first." + slot.Name, slot.First),
        KeyValuePair.Create("second." + slot.Name, slot.Second),
    });

    /// <summary>
    /// Drops all gradients. Zeroing them in place would let their memory layout, and with it the rounding of their norm,
    /// depend on whether an earlier step ran in this process.
    /// </summary>
    public void DropGradients()
    {
        foreach (var slot in slots)
            slot.Parameter.grad = null;
    }

    /// <summary>Forgets all gradients that went into the moments.</summary>
    public void Reset()
    {
        using var gradients = no_grad();
        foreach (var slot in slots)
        {
            slot.First.zero_();
            slot.Second.zero_();
        }
    }

    /// <summary>Moves every parameter by its gradient.</summary>
    /// <param name="learningRate">This step's rate.</param>
    /// <param name="step">This step's number, from 1: corrects the moments' bias towards zero.</param>
    public void Step(double learningRate, int step)
    {
        using var gradients = no_grad();
        var correction1 = 1 - Math.Pow(beta1, step);
        var correction2 = Math.Sqrt(1 - Math.Pow(beta2, step));
        foreach (var slot in slots)
        {
            using var scope = NewDisposeScope();
            if (slot.Parameter.grad is not { } gradient)
                continue;
            if (slot.Decayed)
                slot.Parameter.mul_(1 - (learningRate * weightDecay));
            slot.First.mul_(beta1).add_(gradient, alpha: 1 - beta1);
            slot.Second.mul_(beta2).addcmul_(gradient, gradient, 1 - beta2);
            var denominator = slot.Second.sqrt().div_(correction2).add_(Epsilon);
            slot.Parameter.addcdiv_(slot.First, denominator, -learningRate / correction1);
        }
    }

    public void Dispose()
    {
        foreach (var slot in slots)
        {
            slot.First.Dispose();
            slot.Second.Dispose();
        }

        slots.Clear();
    }

    private static Tensor Zeros(Parameter parameter) => zeros_like(parameter).detach().DetachFromDisposeScope();

    private sealed record Slot(string Name, Parameter Parameter, Tensor First, Tensor Second)
    {
        public bool Decayed { get; } = DecayRule.Applies(Name);
    }
}
