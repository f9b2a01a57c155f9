using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Safetensors;
using XttsSaas.Xtts.Text;

namespace XttsSaas.Xtts.Checkpoints;

/// <summary>An opened checkpoint folder. Its tensors are memory-mapped and valid until <see cref="Dispose"/>.</summary>
public sealed class Checkpoint : IDisposable
{
    internal Checkpoint(string folder, CheckpointManifest manifest, XttsConfig config, XttsTokenizer tokenizer, SafetensorsFile model, SafetensorsFile? dvae)
    {
        (Folder, Manifest, Config, Tokenizer, Model, Dvae) = (folder, manifest, config, tokenizer, model, dvae);
    }

    public string Folder { get; }

    public CheckpointManifest Manifest { get; }

    public XttsConfig Config { get; }

    public XttsTokenizer Tokenizer { get; }

    /// <summary>Tensors of <c>model.safetensors</c>.</summary>
    public SafetensorsFile Model { get; }

    /// <summary>Tensors of <c>dvae.safetensors</c>; null where the checkpoint cannot be trained further.</summary>
    public SafetensorsFile? Dvae { get; }

    public void Dispose()
    {
        Model.Dispose();
        Dvae?.Dispose();
    }
}
