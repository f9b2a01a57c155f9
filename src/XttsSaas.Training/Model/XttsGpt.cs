using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>
/// The GPT of XTTS v2 under teacher forcing.
/// <code>
/// prompt mel ─ conditioning encoder ─ perceiver ─ [ latents | start text stop | start codes stops ] ─ GPT-2 ─ ln_f ─ final_norm ─ heads
/// </code>
/// Attention is causal over the whole sequence; text and audio positions each count from 0, the latents have none.
/// </summary>
public sealed class XttsGpt
{
    private readonly ModelWeights weights;
    private readonly GptDimensions dimensions;
    private readonly ConditioningEncoder conditioning;
    private readonly PerceiverResampler perceiver;
    private readonly GptStack stack;
    private readonly LayerNormalization finalNorm;
    private readonly Projection textHead;
    private readonly Projection audioHead;

    public XttsGpt(ModelWeights weights, GptDimensions dimensions, double dropout)
    {
        this.weights = weights;
        this.dimensions = dimensions;
        conditioning = new ConditioningEncoder(weights, dimensions.Heads);
        perceiver = new PerceiverResampler(weights, dimensions.PerceiverHeads);
        stack = new GptStack(weights, dimensions.Heads, Mode, dropout);
        finalNorm = new LayerNormalization(weights, "gpt.final_norm");
        textHead = weights.Projection("gpt.text_head", WeightLayout.OutIn);
        audioHead = weights.Projection("gpt.mel_head", WeightLayout.OutIn);
    }

    /// <summary>Training or evaluation, for every layer.</summary>
    public ForwardMode Mode { get; } = new();

    /// <summary>Conditioning latents [batch, latents, channels] of a style mel [batch, mels, frames].</summary>
    public Tensor Condition(Tensor mel) => perceiver.Forward(conditioning.Forward(mel).transpose(1, 2));

    /// <summary>Losses and logits of <paramref name="batch"/>.</summary>
    public GptOutput Forward(GptBatch batch)
    {
        var aligned = AlignedSequences.Of(batch, dimensions);
        var latents = Condition(batch.ConditioningMel.to(weights.Device));
        var text = Embed("text", aligned.TextInputs, aligned.Batch);
        var audio = Embed("mel", aligned.AudioInputs, aligned.Batch);
        var latentKeys = zeros(aligned.Batch, latents.shape[1], dtype: ScalarType.Bool, device: weights.Device);
        var maskedKeys = cat([latentKeys, Rows(aligned.MaskedText, aligned.Batch), Rows(aligned.MaskedAudio, aligned.Batch)], 1);

        var hidden = stack.Forward(cat([latents, text, audio], 1), maskedKeys); // [batch, latents + text + audio, channels]
        var textLogits = textHead.Apply(finalNorm.Forward(hidden.narrow(1, latents.shape[1], aligned.TextLength)));
        var audioLogits = audioHead.Apply(finalNorm.Forward(hidden.narrow(1, latents.shape[1] + aligned.TextLength, aligned.AudioLength)));
        return new GptOutput(
            Loss(textLogits, aligned.TextTargets),
            Loss(audioLogits, aligned.AudioTargets),
            textLogits,
            audioLogits,
            aligned.ScoredText,
            aligned.ScoredAudio);
    }

    private Tensor Embed(string part, long[] ids, int batch)
    {
        var time = ids.Length / batch;
        var table = weights[$"gpt.{part}_embedding.weight"]; // [tokens, channels]
        var positions = weights[$"gpt.{part}_pos_embedding.emb.weight"].narrow(0, 0, time); // [time, channels]
        return table.index_select(0, tensor(ids).to(weights.Device)).view(batch, time, table.shape[1]) + positions;
    }

    private Tensor Rows(bool[] values, int batch) =>
        tensor(values, [batch, values.Length / batch]).to(weights.Device);

    private Tensor Loss(Tensor logits, long[] targets) =>
        nn.functional.cross_entropy(
            logits.view(-1, logits.shape[2]),
            tensor(targets).to(weights.Device),
            ignore_index: AlignedSequences.Ignored);
}
