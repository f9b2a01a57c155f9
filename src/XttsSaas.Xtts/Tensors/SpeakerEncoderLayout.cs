using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Signal;

namespace XttsSaas.Xtts.Tensors;

/// <summary>The ResNet-SE speaker encoder: everything under <c>hifigan_decoder.speaker_encoder.</c></summary>
internal static class SpeakerEncoderLayout
{
    public static void Add(LayoutBuilder layout, XttsConfig config)
    {
        var encoder = config.Architecture.SpeakerEncoder;
        const string root = TensorNames.SpeakerEncoder;
        layout.Affine(root + ".conv1", encoder.NumFilters[0], 1, 3, 3);
        layout.BatchNorm(root + ".bn1", encoder.NumFilters[0]);
        long input = encoder.NumFilters[0];
        for (var stage = 0; stage < encoder.Layers.Count; stage++)
        {
            long width = encoder.NumFilters[stage];
            for (var index = 0; index < encoder.Layers[stage]; index++)
            {
                AddBlock(layout, $"{root}.layer{stage + 1}.{index}", input, width, encoder.SeReduction, downsample: index == 0 && stage > 0);
                input = width;
            }
        }
        layout.Buffer(root + ".torch_spec.0.filter", 1, 1, 2);
        layout.Buffer(root + ".torch_spec.1.spectrogram.window", MelSettings.Speaker.WindowLength);
        layout.Buffer(root + ".torch_spec.1.mel_scale.fb", (MelSettings.Speaker.FftSize / 2) + 1, encoder.MelChannels);
        layout.Affine(root + ".attention.0", encoder.AttentionDim, encoder.PooledChannels, 1);
        layout.BatchNorm(root + ".attention.2", encoder.AttentionDim);
        layout.Affine(root + ".attention.3", encoder.PooledChannels, encoder.AttentionDim, 1);
        layout.Affine(root + ".fc", config.ModelArgs.DVectorDim, 2 * encoder.PooledChannels);
    }

    private static void AddBlock(LayoutBuilder layout, string block, long input, long width, int reduction, bool downsample)
    {
        layout.Parameter(block + ".conv1.weight", width, input, 3, 3);
        layout.BatchNorm(block + ".bn1", width);
        layout.Parameter(block + ".conv2.weight", width, width, 3, 3);
        layout.BatchNorm(block + ".bn2", width);
        layout.Affine(block + ".se.fc.0", width / reduction, width);
        layout.Affine(block + ".se.fc.2", width, width / reduction);
        if (!downsample)
            return;
        layout.Parameter(block + ".downsample.0.weight", width, input, 1, 1);
        layout.BatchNorm(block + ".downsample.1", width);
    }
}
