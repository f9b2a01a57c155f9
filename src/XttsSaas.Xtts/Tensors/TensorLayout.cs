using XttsSaas.Xtts.Configuration;

namespace XttsSaas.Xtts.Tensors;

/// <summary>The complete list of tensors of a model, by official state-dict names.</summary>
public static class TensorLayout
{
    /// <summary>Everything in <c>model.safetensors</c>: mel statistics, GPT with conditioning, vocoder, speaker encoder.</summary>
    public static IReadOnlyList<TensorSpec> Model(XttsConfig config)
    {
        var layout = new LayoutBuilder();
        layout.Buffer(TensorNames.MelStats, config.Architecture.Conditioning.MelChannels);
        GptLayout.Add(layout, config);
        VocoderLayout.Add(layout, config);
        SpeakerEncoderLayout.Add(layout, config);
        return layout.Specs;
    }

    /// <summary>Everything in <c>dvae.safetensors</c>.</summary>
    public static IReadOnlyList<TensorSpec> Dvae(XttsConfig config)
    {
        var layout = new LayoutBuilder();
        DvaeLayout.Add(layout, config.Architecture.Dvae);
        return layout.Specs;
    }
}
