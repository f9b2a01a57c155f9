using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The first and second moment of one parameter's gradient, as Adam and AdamW keep them.</summary>
public abstract class MomentState : OptimizerState, IDisposable
{
    public long step;
    public Tensor exp_avg = null!;
    public Tensor exp_avg_sq = null!;
    public Tensor? max_exp_avg_sq;

    private protected MomentState(Parameter parameter) : base(parameter)
    {
    }

    public override void Initialize(OptimizerOptions options)
    {
        Dispose();
        step = 0;
        exp_avg = Zeros();
        exp_avg_sq = Zeros();
        max_exp_avg_sq = ((MomentOptions)options).amsgrad!.Value ? Zeros() : null;
    }

    /// <summary>Moves the parameter by Adam's rule (Kingma and Ba 2015, algorithm 1; AMSGrad: Reddi et al. 2018).</summary>
    internal void Update(Tensor grad, MomentOptions options)
    {
        double beta1 = options.beta1!.Value, beta2 = options.beta2!.Value;
        step++;
        var correction1 = 1 - Math.Pow(beta1, step);
        var correction2 = 1 - Math.Pow(beta2, step);
        exp_avg.mul_(beta1).add_(grad, alpha: 1 - beta1);
        exp_avg_sq.mul_(beta2).addcmul_(grad, grad, value: 1 - beta2);
        if (max_exp_avg_sq is not null) max_exp_avg_sq.copy_(max_exp_avg_sq.maximum(exp_avg_sq));
        var denominator = ((max_exp_avg_sq ?? exp_avg_sq).sqrt() / Math.Sqrt(correction2)).add_(options.eps!.Value);
        _parameter.addcdiv_(exp_avg, denominator, value: -options.LearningRate!.Value / correction1);
    }

    public override void SaveStateDict(BinaryWriter writer)
    {
        writer.Write(step);
        exp_avg.Save(writer);
        exp_avg_sq.Save(writer);
        writer.Write(max_exp_avg_sq is not null);
        max_exp_avg_sq?.Save(writer);
    }

    public override void LoadStateDict(BinaryReader reader)
    {
        step = reader.ReadInt64();
        exp_avg.Load(reader);
        exp_avg_sq.Load(reader);
        if (reader.ReadBoolean())
        {
            max_exp_avg_sq ??= Zeros();
            max_exp_avg_sq.Load(reader);
        }
        else
        {
            max_exp_avg_sq?.Dispose();
            max_exp_avg_sq = null;
        }
    }

    public override void LoadStateDict(OptimizerState source)
    {
        var other = (MomentState)source;
        Dispose();
        step = other.step;
        exp_avg = Copy(other.exp_avg);
        exp_avg_sq = Copy(other.exp_avg_sq);
        max_exp_avg_sq = other.max_exp_avg_sq is null ? null : Copy(other.max_exp_avg_sq);
    }

    public override bool ApproximatelyEquals(OptimizerState other) =>
        other is MomentState rhs && step == rhs.step && exp_avg.allclose(rhs.exp_avg) && exp_avg_sq.allclose(rhs.exp_avg_sq)
        && (max_exp_avg_sq is null || (rhs.max_exp_avg_sq is not null && max_exp_avg_sq.allclose(rhs.max_exp_avg_sq)));

    public override void to(Device device)
    {
        exp_avg = exp_avg.to(device, disposeAfter: true).DetachFromDisposeScope();
        exp_avg_sq = exp_avg_sq.to(device, disposeAfter: true).DetachFromDisposeScope();
        max_exp_avg_sq = max_exp_avg_sq?.to(device, disposeAfter: true).DetachFromDisposeScope();
    }

    public void Dispose()
    {
        exp_avg?.Dispose();
        exp_avg_sq?.Dispose();
        max_exp_avg_sq?.Dispose();
        GC.SuppressFinalize(this);
    }
}
