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
    /// hidden [batch, time, channels]; mask [batch · heads, time, keys], see <see cref="AttentionMask"/>. The keys are those of the hidden
    /// states, after the ones of <paramref name="past"/>, which grows by them.
    /// </summary>
    public Tensor Forward(Tensor hidden, Tensor mask, KeyValueCache? past = null, AttentionProbe? probe = null)
    {
        using var scope = NewDisposeScope();
        hidden += mode.Dropout(Attend(mode.Narrow(attentionNorm.Forward(hidden)), mask, past, probe), dropout);
        var wide = nn.functional.gelu(expand.Apply(mode.Narrow(mlpNorm.Forward(hidden))), GELU.Approximate.tanh);
        return (hidden + mode.Dropout(contract.Apply(wide), dropout)).MoveToOuterDisposeScope();
    }

    private Tensor Attend(Tensor input, Tensor mask, KeyValueCache? past, AttentionProbe? probe)
    {
        var (batch, time, channels) = (input.shape[0], input.shape[1], input.shape[2]);
        var width = channels / heads;
        var parts = qkv.Apply(input).view(batch, time, 3, heads, width).permute(2, 0, 3, 1, 4).reshape(3, batch * heads, time, width).unbind();
        var (queries, keys, values) = (parts[0], parts[1], parts[2]); // [batch · heads, time, width]
        if (past is not null)
        {
            past.Append(keys.view(batch, heads, time, width), values.view(batch, heads, time, width));
            keys = past.Keys.view(batch * heads, -1, width);
            values = past.Values.view(batch * heads, -1, width);
        }

        var scores = mask.baddbmm(queries, keys.transpose(1, 2), alpha: (float)Math.Pow(width, -0.5)); // [batch · heads, time, keys]
        var attention = nn.functional.softmax(mode.Widen(scores), -1);
        probe?.Record(attention.view(batch, heads, time, -1));
        var mixed = mode.Narrow(mode.Dropout(attention, dropout)).bmm(values); // [batch · heads, time, width]
        return attentionOutput.Apply(mixed.view(batch, heads, time, width).transpose(1, 2).reshape(batch, time, channels));
    }
}
