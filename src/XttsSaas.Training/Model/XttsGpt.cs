using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>
/// The GPT of XTTS v2: under teacher forcing, and position by position with cached keys and values.
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

    /// <summary>Training or evaluation, and the type of matrix products, for every layer.</summary>
    public ForwardMode Mode { get; } = new();

    /// <summary>Conditioning latents [batch, latents, channels] of a style mel [batch, mels, frames].</summary>
    public Tensor Condition(Tensor mel)
    {
        using var scope = NewDisposeScope();
        var (folded, tail) = RepeatedTail.Fold(mel);
        return perceiver.Forward(conditioning.Forward(folded, tail).transpose(1, 2), tail).MoveToOuterDisposeScope();
    }

    /// <summary>The conditioning encoder's part of <see cref="Condition"/>, [batch, channels, frames].</summary>
    public Tensor EncodePrompt(Tensor mel, TensorTrace? trace = null) => conditioning.Forward(mel, trace);

    /// <summary>Embeddings [1, latents + text + 2, channels] of what precedes the audio: latents, start, text, stop.</summary>
    /// <param name="latents">[1, latents, channels]</param>
    /// <param name="text">Token ids, start and stop not included.</param>
    public Tensor Prefix(Tensor latents, IReadOnlyList<int> text)
    {
        long[] ids = [dimensions.StartText, .. text, dimensions.StopText];
        if (ids.Length > dimensions.TextPositions)
            throw new ArgumentException($"The text has {text.Count} tokens; the model takes at most {dimensions.TextPositions - 2}.", nameof(text));
        return cat([latents, Embed("text", ids, batch: 1)], 1);
    }

    /// <summary>Embeddings [1, codes, channels] of audio inputs; the first one has audio position <paramref name="position"/>.</summary>
    public Tensor EmbedCodes(IReadOnlyList<int> codes, int position) =>
        position + codes.Count <= dimensions.AudioPositions
            ? Embed("mel", [.. codes.Select(code => (long)code)], batch: 1, position)
            : throw new ArgumentException($"The model has {dimensions.AudioPositions} audio positions; {position + codes.Count} are needed.", nameof(codes));

    /// <summary>An empty cache for every block of the stack.</summary>
    public IReadOnlyList<KeyValueCache> NewCaches() => [.. Enumerable.Range(0, stack.Depth).Select(_ => new KeyValueCache())];

    /// <summary>Final hidden states [1, time, channels] of embeddings that follow the positions in <paramref name="past"/>.</summary>
    public Tensor Continue(Tensor embeddings, IReadOnlyList<KeyValueCache> past, TensorTrace? trace = null) =>
        finalNorm.Forward(stack.Continue(embeddings, past, trace));

    /// <summary>Scores [batch, time, audio tokens] of final hidden states.</summary>
    public Tensor AudioLogits(Tensor hidden) => Score(audioHead, hidden);

    /// <summary>
    /// What the vocoder takes, [1, codes, channels]: the final hidden state that predicts each code, in one pass over all of them.
    /// </summary>
    public Tensor Latents(Tensor latents, IReadOnlyList<int> text, IReadOnlyList<int> codes)
    {
        var caches = NewCaches();
        try
        {
            var audio = EmbedCodes([dimensions.StartAudio, .. codes.SkipLast(1)], position: 0);
            var hidden = Continue(cat([Prefix(latents, text), audio], 1), caches);
            return hidden.narrow(1, hidden.shape[1] - codes.Count, codes.Count);
        }
        finally
        {
            foreach (var cache in caches)
                cache.Dispose();
        }
    }

    /// <summary>Inputs and targets of <paramref name="batch"/>, as <see cref="Forward"/> takes them.</summary>
    public AlignedSequences Align(GptBatch batch) => AlignedSequences.Of(batch, dimensions);

    /// <summary>Losses and logits of <paramref name="batch"/>; the keys in <paramref name="probe"/> are latents, text, audio.</summary>
    public GptOutput Forward(GptBatch batch, AttentionProbe? probe = null)
    {
        var aligned = Align(batch);
        var latents = Condition(batch.ConditioningMel.to(weights.Device));
        var text = Embed("text", aligned.TextInputs, aligned.Batch);
        var audio = Embed("mel", aligned.AudioInputs, aligned.Batch);
        var latentKeys = zeros(aligned.Batch, latents.shape[1], dtype: ScalarType.Bool, device: weights.Device);
        var maskedKeys = cat([latentKeys, Rows(aligned.MaskedText, aligned.Batch), Rows(aligned.MaskedAudio, aligned.Batch)], 1);

        var hidden = stack.Forward(cat([latents, text, audio], 1), maskedKeys, probe); // [batch, latents + text + audio, channels]
        var textLogits = Score(textHead, finalNorm.Forward(hidden.narrow(1, latents.shape[1], aligned.TextLength)));
        var audioHidden = finalNorm.Forward(hidden.narrow(1, latents.shape[1] + aligned.TextLength, aligned.AudioLength));
        var audioLogits = Score(audioHead, audioHidden);
        return new GptOutput(
            Loss(textLogits, aligned.TextTargets),
            Loss(audioLogits, aligned.AudioTargets),
            textLogits,
            audioLogits,
            audioHidden,
            aligned.ScoredText,
            aligned.ScoredAudio);
    }

    private Tensor Score(Projection head, Tensor hidden) => Mode.Widen(head.Apply(Mode.Narrow(hidden)));

    private Tensor Embed(string part, long[] ids, int batch, int position = 0)
    {
        var time = ids.Length / batch;
        var table = weights[$"gpt.{part}_embedding.weight"]; // [tokens, channels]
        var positions = weights[$"gpt.{part}_pos_embedding.emb.weight"].narrow(0, position, time); // [time, channels]
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
