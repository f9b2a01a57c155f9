using XttsSaas.Xtts.Configuration;

namespace XttsSaas.Xtts.Tensors;

/// <summary>Conditioning encoder, embeddings, GPT-2 stack, heads, perceiver: everything under <c>gpt.</c></summary>
internal static class GptLayout
{
    public static void Add(LayoutBuilder layout, XttsConfig config)
    {
        var args = config.ModelArgs;
        long channels = args.GptNModelChannels;
        AddConditioningEncoder(layout, config, channels);
        layout.Parameter("gpt.text_embedding.weight", args.GptNumberTextTokens, channels);
        layout.Parameter("gpt.mel_embedding.weight", args.GptNumAudioTokens, channels);
        for (var index = 0; index < args.GptLayers; index++)
            AddBlock(layout, $"{TensorNames.Stack}.h.{index}", channels);
        layout.Norm("gpt.gpt.ln_f", channels);
        layout.Parameter("gpt.mel_pos_embedding.emb.weight", args.AudioPositions, channels);
        layout.Parameter("gpt.text_pos_embedding.emb.weight", args.TextPositions, channels);
        layout.Norm("gpt.final_norm", channels);
        layout.Affine("gpt.text_head", args.GptNumberTextTokens, channels);
        layout.Affine("gpt.mel_head", args.GptNumAudioTokens, channels);
        AddPerceiver(layout, config.Architecture.Perceiver, channels);
    }

    private static void AddConditioningEncoder(LayoutBuilder layout, XttsConfig config, long channels)
    {
        layout.Affine(TensorNames.ConditioningEncoder + ".init", channels, config.Architecture.Conditioning.MelChannels, 1);
        for (var index = 0; index < config.Architecture.Conditioning.Blocks; index++)
        {
            var block = $"{TensorNames.ConditioningEncoder}.attn.{index}";
            layout.Norm(block + ".norm", channels);
            layout.Affine(block + ".qkv", 3 * channels, channels, 1);
            layout.Affine(block + ".proj_out", channels, channels, 1);
        }
    }

    private static void AddBlock(LayoutBuilder layout, string block, long channels)
    {
        layout.Norm(block + ".ln_1", channels);
        layout.Matrix(block + ".attn.c_attn", channels, 3 * channels);
        layout.Matrix(block + ".attn.c_proj", channels, channels);
        layout.Norm(block + ".ln_2", channels);
        layout.Matrix(block + ".mlp.c_fc", channels, 4 * channels);
        layout.Matrix(block + ".mlp.c_proj", 4 * channels, channels);
    }

    private static void AddPerceiver(LayoutBuilder layout, PerceiverConfig perceiver, long channels)
    {
        var (inner, hidden) = ((long)perceiver.InnerDim, (long)perceiver.FeedForwardDim((int)channels));
        layout.Parameter(TensorNames.Perceiver + ".latents", perceiver.NumLatents, channels);
        for (var index = 0; index < perceiver.Depth; index++)
        {
            var layer = $"{TensorNames.Perceiver}.layers.{index}";
            layout.Parameter(layer + ".0.to_q.weight", inner, channels);
            layout.Parameter(layer + ".0.to_kv.weight", 2 * inner, channels);
            layout.Parameter(layer + ".0.to_out.weight", channels, inner);
            layout.Affine(layer + ".1.0", 2 * hidden, channels);
            layout.Affine(layer + ".1.2", channels, hidden);
        }
        layout.Parameter(TensorNames.Perceiver + ".norm.gamma", channels);
    }
}
