namespace XttsSaas.Storage;

/// <summary>Where files live; the host says.</summary>
public sealed class StorageOptions
{
    /// <summary>Folder of the blobs; created when missing.</summary>
    public string BlobRoot { get; set; } = string.Empty;

    /// <summary>Folder of base models, dataset builds and training output; created when missing.</summary>
    public string ModelRoot { get; set; } = string.Empty;
}
