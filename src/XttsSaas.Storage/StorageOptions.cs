namespace XttsSaas.Storage;

/// <summary>Where files live. Bound from the configuration section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>Folder of the blobs; created when missing.</summary>
    public string BlobRoot { get; set; } = string.Empty;

    /// <summary>Folder of base models, dataset builds and training output; created when missing.</summary>
    public string ModelRoot { get; set; } = string.Empty;
}
