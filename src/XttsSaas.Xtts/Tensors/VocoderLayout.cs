using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Signal;

namespace XttsSaas.Xtts.Tensors;

/// <summary>The HiFi-GAN generator: everything under <c>hifigan_decoder.waveform_decoder.</c></summary>
internal static class VocoderLayout
{
    public static void Add(LayoutBuilder layout, XttsConfig config)
    {
        var vocoder = config.Architecture.Vocoder;
        long speaker = config.ModelArgs.DVectorDim;
        long first = vocoder.UpsampleInitialChannel;
        var stages = vocoder.UpsampleRates.Count;
        var kinds = vocoder.ResblockKernelSizes.Count;
        const string root = TensorNames.Vocoder;

        layout.Affine(root + ".conv_pre", first, config.ModelArgs.DecoderInputDim, 7);
        for (var stage = 0; stage < stages; stage++)
        {
            long output = vocoder.ChannelsAfter(stage);
            layout.WeightNorm($"{root}.ups.{stage}", output, vocoder.ChannelsAfter(stage - 1), output, vocoder.UpsampleKernelSizes[stage]);
        }
        for (var stage = 0; stage < stages; stage++)
        {
            long width = vocoder.ChannelsAfter(stage);
            for (var kind = 0; kind < kinds; kind++)
                AddResidualBlock(layout, $"{root}.resblocks.{(stage * kinds) + kind}", width, vocoder.ResblockKernelSizes[kind], vocoder.ResblockDilationSizes[kind].Count);
        }
        layout.Parameter(root + ".conv_post.weight", 1, vocoder.ChannelsAfter(stages - 1), 7);
        layout.Affine(root + ".cond_layer", first, speaker, 1);
        for (var stage = 0; stage < stages; stage++)
            layout.Affine($"{root}.conds.{stage}", vocoder.ChannelsAfter(stage), speaker, 1);
        if (vocoder.ExcitationChannels > 0)
            AddExcitation(layout, root + ".excitation", config);
    }

    private static void AddExcitation(LayoutBuilder layout, string root, XttsConfig config)
    {
        var vocoder = config.Architecture.Vocoder;
        long width = vocoder.ExcitationChannels;
        layout.Affine(root + ".pitch.0", width, config.ModelArgs.DecoderInputDim, 7);
        layout.Affine(root + ".pitch.cond", width, config.ModelArgs.DVectorDim, 1);
        layout.Affine(root + ".pitch.1", width, width, 7);
        layout.Affine(root + ".pitch.2", 2, width, 1);
        for (var stage = 0; stage < vocoder.UpsampleRates.Count; stage++)
            layout.Affine($"{root}.stages.{stage}", vocoder.ChannelsAfter(stage), Excitation.Channels, vocoder.ExcitationKernel(stage));
    }

    private static void AddResidualBlock(LayoutBuilder layout, string block, long width, int kernel, int convolutions)
    {
        foreach (var list in (ReadOnlySpan<string>)["convs1", "convs2"])
        {
            for (var index = 0; index < convolutions; index++)
                layout.WeightNorm($"{block}.{list}.{index}", width, width, width, kernel);
        }
    }
}
