using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>
/// A sequence whose last position stands for several equal ones. The silence that pads a prompt gives equal frames; the conditioning
/// encoder and the perceiver know no positions, so equal frames stay equal from layer to layer. One of them, counted
/// <see cref="Count"/> times in every mean and every softmax, gives what all of them give.
/// </summary>
internal sealed class RepeatedTail
{
    /// <summary>Every position stands for itself.</summary>
    public static RepeatedTail None { get; } = new(1);

    private RepeatedTail(long count) => Count = count;

    /// <summary>How many positions the last one stands for, at least 1.</summary>
    public long Count { get; }

    /// <summary>mel [batch, mels, frames] without the frames at its end that repeat in every clip, and what its last one stands for.</summary>
    public static (Tensor Mel, RepeatedTail Tail) Fold(Tensor mel)
    {
        using var scope = NewDisposeScope();
        var frames = mel.shape[2];
        var same = mel.eq(mel.narrow(2, frames - 1, 1)).all(1).all(0).cpu().data<bool>().ToArray(); // [frames]
        var kept = Array.LastIndexOf(same, false) + 2;
        return kept >= frames ? (mel, None) : (mel.narrow(2, 0, kept).MoveToOuterDisposeScope(), new RepeatedTail(frames - kept + 1));
    }

    /// <summary>Attention scores [batch · heads, queries, keys] of queries and keys [batch · heads, …, width], divided by √width.</summary>
    public Tensor Scores(Tensor queries, Tensor keys)
    {
        using var scope = NewDisposeScope();
        var (count, scale) = (keys.shape[1], Math.Pow(keys.shape[2], -0.5));
        if (Count == 1)
            return (queries * scale).bmm(keys.transpose(1, 2)).MoveToOuterDisposeScope();

        // n equal keys weigh n · eˢ = eˢ⁺ˡⁿ⁽ⁿ⁾
        var weight = cat([zeros(count - 1, dtype: keys.dtype, device: keys.device), full(1, Math.Log(Count), dtype: keys.dtype, device: keys.device)]);
        return weight.baddbmm(queries, keys.transpose(1, 2), alpha: (float)scale).MoveToOuterDisposeScope();
    }

    /// <summary>Group norm of input [batch, time, channels] over time and the channels of a group, eps 1e-5; contiguous, of the same shape.</summary>
    public Tensor GroupNorm(Tensor input, long groups, Tensor weight, Tensor bias)
    {
        const double Epsilon = 1e-5;
        using var scope = NewDisposeScope();
        if (Count == 1)
        {
            return nn.functional.group_norm(input.transpose(1, 2), groups, weight, bias, eps: Epsilon)
                .transpose(1, 2).contiguous().MoveToOuterDisposeScope();
        }

        var (batch, time, channels) = (input.shape[0], input.shape[1], input.shape[2]);
        var centred = input.reshape(batch, time, groups, channels / groups);
        centred -= Mean(centred);
        var normed = centred * (Mean(centred * centred) + Epsilon).rsqrt();
        return normed.view(batch, time, channels).mul(weight).add(bias).MoveToOuterDisposeScope();
    }

    /// <summary>[batch, 1, groups, 1] of [batch, time, groups, channels of a group].</summary>
    private Tensor Mean(Tensor values)
    {
        var time = values.shape[1];
        var sum = values.sum([1L, 3L], keepdim: true) + (values.narrow(1, time - 1, 1).sum([3L], keepdim: true) * (Count - 1));
        return sum / ((time + Count - 1) * values.shape[3]);
    }
}
