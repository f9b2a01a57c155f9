using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers about one parameter.</summary>
public abstract class OptimizerState
{
    protected Parameter _parameter;

    protected OptimizerState(Parameter parameter) => _parameter = parameter;

    public abstract void Initialize(OptimizerOptions options);

    public abstract void SaveStateDict(BinaryWriter writer);

    public abstract void LoadStateDict(BinaryReader reader);

    public abstract void LoadStateDict(OptimizerState source);

    public virtual bool ApproximatelyEquals(OptimizerState other) => false;

    public virtual void to(Device device)
    {
    }

    /// <summary>A zero tensor like the parameter that outlives every scope.</summary>
    private protected Tensor Zeros() => _parameter.zeros_like().DetachFromDisposeScope();

    private protected Tensor Copy(Tensor source)
    {
        using var frozen = no_grad();
        return source.to(source.dtype, _parameter.device, copy: true).DetachFromDisposeScope();
    }
}
