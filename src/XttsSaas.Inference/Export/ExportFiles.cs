namespace XttsSaas.Inference.Export;

/// <summary>Names of the files in an exported set.</summary>
public static class ExportFiles
{
    public const string Conditioning = "conditioning.onnx";
    public const string SpeakerEncoder = "speaker_encoder.onnx";
    public const string Gpt = "gpt.onnx";
    public const string Vocoder = "vocoder.onnx";

    /// <summary>Audio codes from a mel spectrogram and back; not in serving sets.</summary>
    public const string DvaeEncoder = "dvae_encoder.onnx";

    /// <inheritdoc cref="DvaeEncoder"/>
    public const string DvaeDecoder = "dvae_decoder.onnx";

    /// <summary>External data of all graphs.</summary>
    public const string Weights = "weights.bin";

    /// <summary>Embedding tables and mel statistics, which the engine looks up itself.</summary>
    public const string Tables = "tables.safetensors";

    public const string Manifest = "export.json";

    /// <summary>The twin of a graph that has its intermediate values as outputs, for checks; not in serving sets.</summary>
    internal static string Probed(string graph) => Path.ChangeExtension(graph, ".probes.onnx");
}
