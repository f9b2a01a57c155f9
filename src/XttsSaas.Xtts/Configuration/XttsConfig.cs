using System.Text.Json;
using XttsSaas.Xtts.Text;

namespace XttsSaas.Xtts.Configuration;

/// <summary>
/// An XTTS <c>config.json</c>: the official fields by their official names, and <c>architecture</c> for the sizes that
/// official files leave to the code. Times are in seconds.
/// </summary>
public sealed record XttsConfig
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    public string Model { get; init; } = "xtts";
    public XttsModelArgs ModelArgs { get; init; } = new();
    public ArchitectureConfig Architecture { get; init; } = new();
    public IReadOnlyList<string> Languages { get; init; } = XttsLanguages.All;
    public double Temperature { get; init; } = 0.85;
    public double LengthPenalty { get; init; } = 1.0;
    public double RepetitionPenalty { get; init; } = 2.0;
    public int TopK { get; init; } = 50;
    public double TopP { get; init; } = 0.85;
    public int GptCondLen { get; init; } = 12;
    public int GptCondChunkLen { get; init; } = 4;
    public int MaxRefLen { get; init; } = 10;
    public bool SoundNormRefs { get; init; }

    /// <summary>The public XTTS v2 configuration.</summary>
    public static XttsConfig Full { get; } = new()
    {
        Temperature = 0.75,
        RepetitionPenalty = 5.0,
        GptCondLen = 30,
        MaxRefLen = 30,
    };

    /// <summary>The same architecture, small: trains and speaks on two cores.</summary>
    public static XttsConfig Mini { get; } = Full with
    {
        Temperature = 0.2,
        RepetitionPenalty = 1.5,
        ModelArgs = new XttsModelArgs
        {
            GptLayers = 4,
            GptNModelChannels = 256,
            GptNHeads = 4,
            GptMaxTextTokens = 202,
            GptMaxAudioTokens = 260,
            GptNumberTextTokens = MiniVocabulary.Size,
            GptNumAudioTokens = 514,
            GptStartAudioToken = 512,
            GptStopAudioToken = 513,
            DecoderInputDim = 256,
            DVectorDim = 128,
        },
        Architecture = new ArchitectureConfig
        {
            Conditioning = new ConditioningConfig { Blocks = 2 },
            Perceiver = new PerceiverConfig { Depth = 1, Heads = 4, DimHead = 64, NumLatents = 16 },
            Vocoder = new VocoderConfig
            {
                UpsampleInitialChannel = 128,
                ExcitationChannels = 64,
                UpsampleRates = [8, 8, 4],
                UpsampleKernelSizes = [16, 16, 8],
                ResblockKernelSizes = [3, 7],
                ResblockDilationSizes = [[1, 3], [1, 3]],
            },
            SpeakerEncoder = new SpeakerEncoderConfig { Layers = [1, 2, 2, 1], NumFilters = [8, 16, 32, 64], AttentionDim = 64 },
            Dvae = new DvaeConfig { HiddenDim = 96, CodebookDim = 64, NumTokens = 512, NumResnetBlocks = 2 },
        },
        GptCondLen = 6,
        GptCondChunkLen = 2,
    };

    /// <summary>Reads and validates a <c>config.json</c>.</summary>
    /// <exception cref="ModelFormatException">Not JSON, or a value is out of range; every fault is listed.</exception>
    public static XttsConfig Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var config = JsonSerializer.Deserialize<XttsConfig>(json, Json)
                ?? throw new ModelFormatException("config.json is the JSON value null; expected an object.");
            return config.Validated();
        }
        catch (JsonException error)
        {
            throw new ModelFormatException($"config.json is not a valid XTTS configuration: {error.Message}", error);
        }
    }

    /// <summary>Reads and validates a <c>config.json</c> file.</summary>
    public static XttsConfig Load(string path) => Parse(File.ReadAllBytes(path));

    /// <summary>UTF-8 JSON of all fields, ending with a line feed.</summary>
    public byte[] ToJson() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Json), (byte)'\n'];

    /// <summary>This configuration, or an exception that lists every fault.</summary>
    public XttsConfig Validated()
    {
        var faults = XttsConfigValidator.Faults(this);
        return faults.Count == 0
            ? this
            : throw new ModelFormatException($"The model configuration has {faults.Count} fault(s): {string.Join("; ", faults)}.");
    }
}
