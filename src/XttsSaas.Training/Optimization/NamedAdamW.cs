using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace XttsSaas.Training.Optimization;

/// <summary>
/// AdamW with decoupled weight decay (Loshchilov and Hutter 2019, algorithm 2). Its moments are addressed by the
/// parameters' names, so that a checkpoint holds them beside the weights and a resumed run goes on bit for bit.
/// <para>
/// On a CPU a parameter is updated slice by slice: its nine passes over weight, gradient and moments then run in the cache, and only
/// the first and the last of them wait for main memory. Every element is computed as in one piece.
/// </para>
/// </summary>
public sealed class NamedAdamW : IDisposable
{
    private const double Epsilon = 1e-8;
    private const long SliceLength = 1 << 16; // four slices and a temporary one are 1.3 MB
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
    /// <param name="gradientScale">What every gradient is multiplied by on its way into the moments.</param>
    public void Step(double learningRate, int step, double gradientScale = 1)
    {
        using var gradients = no_grad();
        var rates = new Rates(
            1 - (learningRate * weightDecay), -learningRate / (1 - Math.Pow(beta1, step)), Math.Sqrt(1 - Math.Pow(beta2, step)));
        foreach (var slot in slots)
        {
            using var scope = NewDisposeScope();
            if (slot.Parameter.grad is not { } gradient)
                continue;
            var (parameter, flat, first, second) = (slot.Parameter.view(-1), gradient.reshape(-1), slot.First.view(-1), slot.Second.view(-1));
            var length = parameter.shape[0];
            var slice = parameter.device_type == DeviceType.CPU ? SliceLength : length;
            for (var start = 0L; start < length; start += slice)
            {
                using var sliceScope = NewDisposeScope();
                var count = Math.Min(slice, length - start);
                var given = flat.narrow(0, start, count);
                Update(parameter.narrow(0, start, count), gradientScale == 1 ? given : given * gradientScale, first.narrow(0, start, count), second.narrow(0, start, count), slot.Decayed, rates);
            }
        }
    }

    private void Update(Tensor parameter, Tensor gradient, Tensor first, Tensor second, bool decayed, Rates rates)
    {
        if (decayed)
            parameter.mul_(rates.Kept);
        first.mul_(beta1).add_(gradient, alpha: 1 - beta1);
        second.mul_(beta2).addcmul_(gradient, gradient, 1 - beta2);
        var denominator = second.sqrt().div_(rates.SecondCorrection).add_(Epsilon);
        parameter.addcdiv_(first, denominator, rates.Moved);
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

    /// <summary>A step's factors.</summary>
    /// <param name="Kept">Share of a weight that decay leaves.</param>
    /// <param name="Moved">Of the first moment over the root of the second.</param>
    /// <param name="SecondCorrection">That the root of the second moment is divided by.</param>
    private readonly record struct Rates(double Kept, double Moved, double SecondCorrection);

    private sealed record Slot(string Name, Parameter Parameter, Tensor First, Tensor Second)
    {
        public bool Decayed { get; } = DecayRule.Applies(Name);
    }
}
