namespace XttsSaas.Xtts.Checkpoints;

/// <summary>Names of the files in a checkpoint folder.</summary>
public static class CheckpointFiles
{
    public const string Model = "model.safetensors";
    public const string Dvae = "dvae.safetensors";
    public const string Config = "config.json";
    public const string Vocabulary = "vocab.json";
    public const string Manifest = "manifest.json";

    /// <summary>Ready-made voices, where the model came with some: <c>NAME/gpt_cond_latents</c> and <c>NAME/speaker_embedding</c>.</summary>
    public const string Speakers = "speakers.safetensors";
}
