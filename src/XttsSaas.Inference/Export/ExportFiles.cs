namespace XttsSaas.Inference.Export;

/// <summary>Names of the files in an exported set.</summary>
public static class ExportFiles
{
    public const string Conditioning = "conditioning.onnx";
    public const string SpeakerEncoder = "speaker_encoder.onnx";
    public const string Gpt = "gpt.onnx";
    public const string Vocoder = "vocoder.onnx";

    /// <summary>External data of all graphs.</summary>
    public const string Weights = "weights.bin";

    /// <summary>Embedding tables and mel statistics, which the engine looks up itself.</summary>
    public const string Tables = "tables.safetensors";

    public const string Manifest = "export.json";
}
