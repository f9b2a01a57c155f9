using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>One GPT-2 block: x + Attn(LN1 x), then x + MLP(LN2 x), with the tanh-approximated gelu.</summary>
public sealed class Gpt2Block(ModelWeights weights, string prefix, int heads, ForwardMode mode, double dropout)
{
    private readonly LayerNormalization attentionNorm = new(weights, prefix + ".ln_1");
    private readonly LayerNormalization mlpNorm = new(weights, prefix + ".ln_2");
    private readonly Projection qkv = weights.Projection(prefix + ".attn.c_attn", WeightLayout.InOut);
    private readonly Projection attentionOutput = weights.Projection(prefix + ".attn.c_proj", WeightLayout.InOut);
    private readonly Projection expand = weights.Projection(prefix + ".mlp.c_fc", WeightLayout.InOut);
    private readonly Projection contract = weights.Projection(prefix + ".mlp.c_proj", WeightLayout.InOut);

    /// <summary>
    /// hidden [batch, time, channels]; blocked [batch, 1, time, keys], true where a query must not see a key. The keys are those of the
    /// hidden states, after the ones of <paramref name="past"/>, which grows by them.
    /// </summary>
    public Tensor Forward(Tensor hidden, Tensor blocked, KeyValueCache? past = null, AttentionProbe? probe = null)
    {
        using var scope = NewDisposeScope();
        hidden += mode.Dropout(Attend(mode.Narrow(attentionNorm.Forward(hidden)), blocked, past, probe), dropout);
        var wide = nn.functional.gelu(expand.Apply(mode.Narrow(mlpNorm.Forward(hidden))), GELU.Approximate.tanh);
        return (hidden + mode.Dropout(contract.Apply(wide), dropout)).MoveToOuterDisposeScope();
    }

    private Tensor Attend(Tensor input, Tensor blocked, KeyValueCache? past, AttentionProbe? probe)
    {
        var (batch, time, channels) = (input.shape[0], input.shape[1], input.shape[2]);
        var width = channels / heads;
        var parts = qkv.Apply(input).view(batch, time, 3, heads, width).permute(2, 0, 3, 1, 4); // [3, batch, heads, time, width]
        past?.Append(parts.select(0, 1), parts.select(0, 2));
        var (keys, values) = past is null ? (parts.select(0, 1), parts.select(0, 2)) : (past.Keys, past.Values); // [batch, heads, keys, width]
        var scores = matmul(parts.select(0, 0) * Math.Pow(width, -0.5), keys.transpose(2, 3));
        var attention = nn.functional.softmax(mode.Widen(scores).masked_fill(blocked, float.MinValue), -1);
        probe?.Record(attention);
        var mixed = matmul(mode.Narrow(mode.Dropout(attention, dropout)), values); // [batch, heads, time, width]
        return attentionOutput.Apply(mixed.transpose(1, 2).reshape(batch, time, channels));
    }
}
