namespace XttsSaas.Xtts.Configuration;

/// <summary>Checks that a configuration describes a model that can be built.</summary>
public static class XttsConfigValidator
{
    private const int MaxWidth = 65536;

    /// <summary>Every fault as "name is value; must be …"; empty when the configuration is usable.</summary>
    public static IReadOnlyList<string> Faults(XttsConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        if (config.ModelArgs is null || config.Architecture is not
            { Conditioning: not null, Perceiver: not null, Vocoder: not null, SpeakerEncoder: not null, Dvae: not null })
            return ["model_args, architecture or a part of it is null; must be an object"];
        var faults = new List<string>();
        CheckGpt(config, faults);
        CheckConditioning(config, faults);
        CheckVocoder(config, faults);
        CheckSpeakerEncoder(config.Architecture.SpeakerEncoder, faults);
        CheckDvae(config, faults);
        CheckSampling(config, faults);
        return faults;
    }

    private static void CheckGpt(XttsConfig config, List<string> faults)
    {
        var args = config.ModelArgs;
        Range(faults, "model_args.gpt_layers", args.GptLayers, 1, 256);
        Range(faults, "model_args.gpt_n_model_channels", args.GptNModelChannels, 8, MaxWidth);
        Range(faults, "model_args.gpt_n_heads", args.GptNHeads, 1, 1024);
        Range(faults, "model_args.gpt_number_text_tokens", args.GptNumberTextTokens, 4, 1_000_000);
        Range(faults, "model_args.gpt_num_audio_tokens", args.GptNumAudioTokens, 4, 1_000_000);
        Range(faults, "model_args.gpt_max_audio_tokens", args.GptMaxAudioTokens, 4, 100_000);
        Range(faults, "model_args.gpt_max_text_tokens", args.GptMaxTextTokens, 2, 100_000);
        Range(faults, "model_args.gpt_start_audio_token", args.GptStartAudioToken, 0, args.GptNumAudioTokens - 1);
        Range(faults, "model_args.gpt_stop_audio_token", args.GptStopAudioToken, 0, args.GptNumAudioTokens - 1);
        Range(faults, "model_args.input_sample_rate", args.InputSampleRate, 8000, 192_000);
        Range(faults, "model_args.output_sample_rate", args.OutputSampleRate, 8000, 192_000);
        Range(faults, "model_args.output_hop_length", args.OutputHopLength, 1, 8192);
        Range(faults, "model_args.d_vector_dim", args.DVectorDim, 1, MaxWidth);
        if (args.GptNHeads > 0)
            Divides(faults, "model_args.gpt_n_model_channels", args.GptNModelChannels, "gpt_n_heads", args.GptNHeads);
        if (args.OutputHopLength > 0)
            Divides(faults, "model_args.gpt_code_stride_len", args.GptCodeStrideLen, "output_hop_length", args.OutputHopLength);
        Equal(faults, "model_args.decoder_input_dim", args.DecoderInputDim, "gpt_n_model_channels", args.GptNModelChannels);
        True(faults, "model_args.gpt_use_perceiver_resampler", args.GptUsePerceiverResampler);
        True(faults, "model_args.cond_d_vector_in_each_upsampling_layer", args.CondDVectorInEachUpsamplingLayer);
    }

    private static void CheckConditioning(XttsConfig config, List<string> faults)
    {
        var (conditioning, perceiver) = (config.Architecture.Conditioning, config.Architecture.Perceiver);
        Range(faults, "architecture.conditioning.mel_channels", conditioning.MelChannels, 1, 1024);
        Range(faults, "architecture.conditioning.blocks", conditioning.Blocks, 1, 64);
        Range(faults, "architecture.perceiver.depth", perceiver.Depth, 1, 64);
        Range(faults, "architecture.perceiver.heads", perceiver.Heads, 1, 1024);
        Range(faults, "architecture.perceiver.dim_head", perceiver.DimHead, 1, 1024);
        Range(faults, "architecture.perceiver.num_latents", perceiver.NumLatents, 1, 4096);
        Range(faults, "architecture.perceiver.ff_mult", perceiver.FfMult, 1, 64);
    }

    private static void CheckVocoder(XttsConfig config, List<string> faults)
    {
        var vocoder = config.Architecture.Vocoder;
        if (Empty(faults, "architecture.vocoder.upsample_rates", vocoder.UpsampleRates)
            | Empty(faults, "architecture.vocoder.upsample_kernel_sizes", vocoder.UpsampleKernelSizes)
            | Empty(faults, "architecture.vocoder.resblock_kernel_sizes", vocoder.ResblockKernelSizes)
            | Empty(faults, "architecture.vocoder.resblock_dilation_sizes", vocoder.ResblockDilationSizes))
            return;
        Range(faults, "architecture.vocoder.upsample_initial_channel", vocoder.UpsampleInitialChannel, 1 << vocoder.UpsampleRates.Count, MaxWidth);
        Range(faults, "architecture.vocoder.excitation_channels", vocoder.ExcitationChannels, 0, MaxWidth);
        Equal(faults, "architecture.vocoder.upsample_kernel_sizes (count)", vocoder.UpsampleKernelSizes.Count, "upsample_rates (count)", vocoder.UpsampleRates.Count);
        Equal(faults, "architecture.vocoder.resblock_dilation_sizes (count)", vocoder.ResblockDilationSizes.Count, "resblock_kernel_sizes (count)", vocoder.ResblockKernelSizes.Count);
        Equal(faults, "architecture.vocoder.upsample_rates (product)", vocoder.TotalUpsampling, "model_args.output_hop_length", config.ModelArgs.OutputHopLength);
        for (var stage = 0; stage < Math.Min(vocoder.UpsampleRates.Count, vocoder.UpsampleKernelSizes.Count); stage++)
        {
            var (rate, kernel) = (vocoder.UpsampleRates[stage], vocoder.UpsampleKernelSizes[stage]);
            if (rate < 1 || kernel < rate || (kernel - rate) % 2 != 0)
                faults.Add($"architecture.vocoder.upsample_kernel_sizes[{stage}] is {kernel}; must be at least the rate {rate} and differ from it by an even number");
        }
        foreach (var kernel in vocoder.ResblockKernelSizes.Where(kernel => kernel < 1 || kernel % 2 == 0))
            faults.Add($"architecture.vocoder.resblock_kernel_sizes holds {kernel}; must be odd and positive");
        if (vocoder.ResblockDilationSizes.Any(list => list is null || list.Count == 0 || list.Any(dilation => dilation < 1)))
            faults.Add("architecture.vocoder.resblock_dilation_sizes holds an empty list or a number below 1; must be lists of positive numbers");
    }

    private static void CheckSpeakerEncoder(SpeakerEncoderConfig encoder, List<string> faults)
    {
        if (Empty(faults, "architecture.speaker_encoder.layers", encoder.Layers)
            | Empty(faults, "architecture.speaker_encoder.num_filters", encoder.NumFilters))
            return;
        Equal(faults, "architecture.speaker_encoder.layers (count)", encoder.Layers.Count, "the four stages", 4);
        Equal(faults, "architecture.speaker_encoder.num_filters (count)", encoder.NumFilters.Count, "the four stages", 4);
        Divides(faults, "architecture.speaker_encoder.mel_channels", encoder.MelChannels, "8", 8);
        Range(faults, "architecture.speaker_encoder.attention_dim", encoder.AttentionDim, 1, MaxWidth);
        Range(faults, "architecture.speaker_encoder.se_reduction", encoder.SeReduction, 1, 1024);
        foreach (var blocks in encoder.Layers)
            Range(faults, "architecture.speaker_encoder.layers[]", blocks, 1, 64);
        foreach (var filters in encoder.NumFilters)
            Range(faults, "architecture.speaker_encoder.num_filters[]", filters, Math.Max(1, encoder.SeReduction), MaxWidth);
    }

    private static void CheckDvae(XttsConfig config, List<string> faults)
    {
        var dvae = config.Architecture.Dvae;
        Range(faults, "architecture.dvae.hidden_dim", dvae.HiddenDim, 1, MaxWidth);
        Range(faults, "architecture.dvae.codebook_dim", dvae.CodebookDim, 1, MaxWidth);
        Range(faults, "architecture.dvae.num_layers", dvae.NumLayers, 1, 8);
        Range(faults, "architecture.dvae.num_resnet_blocks", dvae.NumResnetBlocks, 0, 64);
        Equal(faults, "architecture.dvae.channels", dvae.Channels, "architecture.conditioning.mel_channels", config.Architecture.Conditioning.MelChannels);
        Range(faults, "architecture.dvae.num_tokens", dvae.NumTokens, 2, config.ModelArgs.GptNumAudioTokens - 2);
    }

    private static void CheckSampling(XttsConfig config, List<string> faults)
    {
        Range(faults, "temperature", config.Temperature, 0.01, 10);
        Range(faults, "repetition_penalty", config.RepetitionPenalty, 0.1, 100);
        Range(faults, "top_k", config.TopK, 0, 1_000_000);
        Range(faults, "top_p", config.TopP, 0, 1);
        Range(faults, "gpt_cond_len", config.GptCondLen, 0, 600);
        Range(faults, "gpt_cond_chunk_len", config.GptCondChunkLen, 1, 600);
        Range(faults, "max_ref_len", config.MaxRefLen, 1, 600);
        _ = Empty(faults, "languages", config.Languages);
    }

    private static void Range<T>(List<string> faults, string name, T value, T least, T most) where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
            faults.Add($"{name} is {value}; must be {least}–{most}");
    }

    private static void Divides(List<string> faults, string name, int value, string divisorName, int divisor)
    {
        if (value < divisor || value % divisor != 0)
            faults.Add($"{name} is {value}; must be a multiple of {divisorName} ({divisor})");
    }

    private static void Equal(List<string> faults, string name, int value, string otherName, int other)
    {
        if (value != other)
            faults.Add($"{name} is {value}; must equal {otherName} ({other})");
    }

    private static void True(List<string> faults, string name, bool value)
    {
        if (!value)
            faults.Add($"{name} is false; must be true");
    }

    private static bool Empty<T>(List<string> faults, string name, IReadOnlyList<T>? values)
    {
        if (values is { Count: > 0 })
            return false;
        faults.Add($"{name} is empty; must hold at least one value");
        return true;
    }
}
