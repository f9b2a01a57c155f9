using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A layer with a weight and a bias, either of which it may lack.</summary>
public abstract class AffineModule : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    [ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    private protected AffineModule(string name) : base(name)
    {
    }

    public Parameter weight
    {
        get => _weight!;
        set => Set(ref _weight, nameof(weight), value);
    }

    public Parameter? bias
    {
        get => _bias;
        set => Set(ref _bias, nameof(bias), value);
    }

    /// <summary>A parameter of unset values that belongs to this module alone.</summary>
    private protected static Parameter Unset(long[] size, Device? device, ScalarType? dtype) => nn.Parameter(empty(size, dtype, device));

    /// <summary>PyTorch's defaults for linear and convolution layers: both uniform within ±1/√(fan in).</summary>
    private protected void ResetUniform()
    {
        nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (bias is null) return;
        var (fanIn, _) = nn.init.CalculateFanInAndFanOut(weight);
        var bound = fanIn > 0 ? 1 / Math.Sqrt(fanIn) : 0;
        nn.init.uniform_(bias, -bound, bound);
    }

    private void Set(ref Parameter? field, string name, Parameter? value)
    {
        if (ReferenceEquals(field, value)) return;
        field?.Dispose();
        field = (Parameter?)value?.DetachFromDisposeScope();
        ConditionallyRegisterParameter(name, field);
    }
}
