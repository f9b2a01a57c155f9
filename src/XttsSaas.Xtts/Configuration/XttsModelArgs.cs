namespace XttsSaas.Xtts.Configuration;

/// <summary>
/// The <c>model_args</c> object of an official XTTS <c>config.json</c>, by its official names. Sizes are counts; rates are in Hz;
/// <see cref="GptCodeStrideLen"/> is in samples at <see cref="InputSampleRate"/> per audio code.
/// </summary>
public sealed record XttsModelArgs
{
    public int GptMaxAudioTokens { get; init; } = 605;
    public int GptMaxTextTokens { get; init; } = 402;
    public int GptMaxPromptTokens { get; init; } = 70;
    public int GptLayers { get; init; } = 30;
    public int GptNModelChannels { get; init; } = 1024;
    public int GptNHeads { get; init; } = 16;
    public int GptNumberTextTokens { get; init; } = 6681;

    /// <summary>Null in official files: the id of <c>[START]</c> in the vocabulary counts.</summary>
    public int? GptStartTextToken { get; init; }

    /// <summary>Null in official files: the id of <c>[STOP]</c> in the vocabulary counts.</summary>
    public int? GptStopTextToken { get; init; }

    public int GptNumAudioTokens { get; init; } = 1026;
    public int GptStartAudioToken { get; init; } = 1024;
    public int GptStopAudioToken { get; init; } = 1025;
    public int GptCodeStrideLen { get; init; } = 1024;
    public bool GptUseMaskingGtPromptApproach { get; init; } = true;
    public bool GptUsePerceiverResampler { get; init; } = true;
    public int InputSampleRate { get; init; } = 22050;
    public int OutputSampleRate { get; init; } = 24000;
    public int OutputHopLength { get; init; } = 256;
    public int DecoderInputDim { get; init; } = 1024;
    public int DVectorDim { get; init; } = 512;
    public bool CondDVectorInEachUpsamplingLayer { get; init; } = true;

    /// <summary>Width of one attention head.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int GptHeadChannels => GptNModelChannels / GptNHeads;

    /// <summary>Rows of the audio position table: the codes, start and stop, and one spare.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int AudioPositions => GptMaxAudioTokens + 3;

    /// <summary>Rows of the text position table: the ids, start and stop.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int TextPositions => GptMaxTextTokens + 2;

    /// <summary>How many codes one generation may return at most.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int MaxNewCodes => GptMaxAudioTokens - 3;
}
