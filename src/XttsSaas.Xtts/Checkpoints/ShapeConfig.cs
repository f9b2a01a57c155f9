using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Checkpoints;

/// <summary>
/// A configuration read off the shapes of a file that comes without one. Good for checking tensors only: heads, rates and dilations leave
/// no trace in shapes. What the file does not show is as in the official configuration.
/// </summary>
public static class ShapeConfig
{
    private const int HeadChannels = 64;

    /// <summary>The configuration of a model or DVAE file, whichever of the official one and that of the shapes explains more tensors.</summary>
    public static XttsConfig Of(IReadOnlyDictionary<string, TensorInfo> found, Func<XttsConfig, IReadOnlyList<TensorSpec>> layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        var inferred = Infer(new ShapeLookup(found), XttsConfig.Full);
        return Faults(inferred) < Faults(XttsConfig.Full) ? inferred : XttsConfig.Full;

        int Faults(XttsConfig config) => TensorCheck.Compare(found, layout(config)).Faults.Count;
    }

    private static XttsConfig Infer(ShapeLookup shapes, XttsConfig full)
    {
        var args = full.ModelArgs;
        var channels = shapes.Dim("gpt.text_embedding.weight", 1, args.GptNModelChannels);
        return full with
        {
            ModelArgs = args with
            {
                GptNModelChannels = channels,
                GptNHeads = Math.Max(1, channels / HeadChannels),
                GptLayers = shapes.Count("gpt.gpt.h.", args.GptLayers),
                GptNumberTextTokens = shapes.Dim("gpt.text_embedding.weight", 0, args.GptNumberTextTokens),
                GptNumAudioTokens = shapes.Dim("gpt.mel_embedding.weight", 0, args.GptNumAudioTokens),
                GptMaxAudioTokens = shapes.Dim("gpt.mel_pos_embedding.emb.weight", 0, args.AudioPositions) - 3,
                GptMaxTextTokens = shapes.Dim("gpt.text_pos_embedding.emb.weight", 0, args.TextPositions) - 2,
                DecoderInputDim = shapes.Dim(TensorNames.Vocoder + ".conv_pre.weight", 1, channels),
                DVectorDim = shapes.Dim(TensorNames.SpeakerEncoder + ".fc.weight", 0, args.DVectorDim),
            },
            Architecture = new ArchitectureConfig
            {
                Conditioning = Conditioning(shapes, full.Architecture.Conditioning),
                Perceiver = Perceiver(shapes, full.Architecture.Perceiver),
                Vocoder = Vocoder(shapes, full.Architecture.Vocoder),
                SpeakerEncoder = SpeakerEncoder(shapes, full.Architecture.SpeakerEncoder),
                Dvae = Dvae(shapes, full.Architecture.Dvae),
            },
        };
    }

    private static ConditioningConfig Conditioning(ShapeLookup shapes, ConditioningConfig full) => new()
    {
        MelChannels = shapes.Dim(TensorNames.ConditioningEncoder + ".init.weight", 1, full.MelChannels),
        Blocks = shapes.Count(TensorNames.ConditioningEncoder + ".attn.", full.Blocks),
    };

    private static PerceiverConfig Perceiver(ShapeLookup shapes, PerceiverConfig full) => full with
    {
        Depth = shapes.Count(TensorNames.Perceiver + ".layers.", full.Depth),
        NumLatents = shapes.Dim(TensorNames.Perceiver + ".latents", 0, full.NumLatents),
        Heads = 1,
        DimHead = shapes.Dim(TensorNames.Perceiver + ".layers.0.0.to_q.weight", 0, full.InnerDim),
    };

    private static VocoderConfig Vocoder(ShapeLookup shapes, VocoderConfig full)
    {
        const string root = TensorNames.Vocoder;
        var stages = shapes.Count(root + ".ups.", full.UpsampleRates.Count);
        var kinds = Math.Max(1, shapes.Count(root + ".resblocks.", stages * full.ResblockKernelSizes.Count) / stages);
        int[] kernels = [.. Enumerable.Range(0, stages).Select(stage => shapes.Dim($"{root}.ups.{stage}{TensorNames.WeightDirection}", 2, 4))];
        return full with
        {
            UpsampleInitialChannel = shapes.Dim(root + ".conv_pre.weight", 0, full.UpsampleInitialChannel),
            ExcitationChannels = shapes.Dim(root + ".excitation.pitch.0.weight", 0, 0),
            UpsampleKernelSizes = kernels,
            UpsampleRates = [.. kernels.Select(kernel => Math.Max(1, kernel / 2))],
            ResblockKernelSizes = [.. Enumerable.Range(0, kinds).Select(kind => shapes.Dim($"{root}.resblocks.{kind}.convs1.0{TensorNames.WeightDirection}", 2, 3))],
            ResblockDilationSizes = [.. Enumerable.Range(0, kinds).Select(kind => (IReadOnlyList<int>)new int[shapes.Count($"{root}.resblocks.{kind}.convs1.", 3)])],
        };
    }

    private static SpeakerEncoderConfig SpeakerEncoder(ShapeLookup shapes, SpeakerEncoderConfig full)
    {
        const string root = TensorNames.SpeakerEncoder;
        var width = shapes.Dim(root + ".layer1.0.se.fc.0.weight", 1, full.NumFilters[0]);
        return full with
        {
            MelChannels = shapes.Dim(root + ".torch_spec.1.mel_scale.fb", 1, full.MelChannels),
            Layers = [.. full.Layers.Select((count, stage) => shapes.Count($"{root}.layer{stage + 1}.", count))],
            NumFilters = [.. full.NumFilters.Select((filters, stage) => shapes.Dim($"{root}.layer{stage + 1}.0.conv1.weight", 0, filters))],
            AttentionDim = shapes.Dim(root + ".attention.0.weight", 0, full.AttentionDim),
            SeReduction = Math.Max(1, width / shapes.Dim(root + ".layer1.0.se.fc.0.weight", 0, width / full.SeReduction)),
        };
    }

    private static DvaeConfig Dvae(ShapeLookup shapes, DvaeConfig full)
    {
        var layers = Math.Max(1, shapes.Named("encoder.", ".0.weight"));
        var hidden = shapes.Dim("encoder.0.0.weight", 0, full.HiddenDim);
        return full with
        {
            Channels = shapes.Dim("encoder.0.0.weight", 1, full.Channels),
            HiddenDim = hidden,
            NumLayers = shapes.Has("encoder.0.0.weight") ? layers : full.NumLayers,
            NumResnetBlocks = shapes.Has("encoder.0.0.weight") ? shapes.Named("encoder.", ".net.0.weight") : full.NumResnetBlocks,
            CodebookDim = shapes.Dim("codebook.embed", 0, full.CodebookDim),
            NumTokens = shapes.Dim("codebook.embed", 1, full.NumTokens),
        };
    }
}
