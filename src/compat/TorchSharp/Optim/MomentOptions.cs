namespace TorchSharp.Modules;

/// <summary>The hyperparameters that Adam and AdamW share.</summary>
public abstract class MomentOptions : OptimizerOptions
{
    public double? beta1;
    public double? beta2;
    public double? weight_decay;
    public double? eps;
    public bool? amsgrad;
    public bool? maximize;

    internal void Complete(MomentOptions defaults)
    {
        LearningRate ??= defaults.LearningRate;
        beta1 ??= defaults.beta1;
        beta2 ??= defaults.beta2;
        weight_decay ??= defaults.weight_decay;
        eps ??= defaults.eps;
        amsgrad ??= defaults.amsgrad;
        maximize ??= defaults.maximize;
    }

    public override void LoadStateDict(OptimizerOptions source)
    {
        base.LoadStateDict(source);
        var other = (MomentOptions)source;
        (beta1, beta2, eps, weight_decay, amsgrad, maximize) =
            (other.beta1, other.beta2, other.eps, other.weight_decay, other.amsgrad, other.maximize);
    }

    public override void SaveStateDict(BinaryWriter writer)
    {
        base.SaveStateDict(writer);
        foreach (var value in new[] { beta1, beta2, eps, weight_decay }) writer.Write(value!.Value);
        writer.Write(amsgrad!.Value);
        writer.Write(maximize!.Value);
    }

    public override void LoadStateDict(BinaryReader reader)
    {
        base.LoadStateDict(reader);
        (beta1, beta2, eps, weight_decay) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        (amsgrad, maximize) = (reader.ReadBoolean(), reader.ReadBoolean());
    }
}
