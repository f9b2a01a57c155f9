namespace XttsSaas.Silo.Inference;

/// <summary>The inference role. Section <c>Inference</c>.</summary>
public sealed class InferenceOptions
{
    public const string Section = "Inference";

    /// <summary>Models kept in memory; further ones are unloaded, the longest unused first.</summary>
    public int LoadedModels { get; set; } = 2;

    /// <summary>Voices whose conditioning latents are kept in memory.</summary>
    public int CachedVoices { get; set; } = 200;

    /// <summary>Sentences that are computed at a time.</summary>
    public int Parallel { get; set; } = 1;

    /// <summary>CPU threads of one computation; 0 lets ONNX Runtime choose.</summary>
    public int Threads { get; set; }
}
