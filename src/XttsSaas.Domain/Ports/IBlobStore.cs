namespace XttsSaas.Domain.Ports;

/// <summary>
/// A tenant's files. A blob appears whole or not at all and never changes. A foreign tenant's blob does not exist.
/// </summary>
public interface IBlobStore
{
    /// <summary>Stores a stream, at most <paramref name="maxBytes"/>; more than that is <see cref="ErrorCode.FileTooLarge"/>.</summary>
    Task<Result<StoredBlob>> WriteAsync(TenantId tenant, Stream content, long maxBytes, CancellationToken cancellationToken);

    /// <summary>A seekable stream, or null when the tenant has no such blob.</summary>
    Task<Stream?> OpenReadAsync(TenantId tenant, BlobId blob, CancellationToken cancellationToken);

    /// <summary>
    /// A local path for tools that need one (ffmpeg); disposing the lease removes it where it was a copy. Null when
    /// the tenant has no such blob.
    /// </summary>
    Task<LocalFile?> OpenLocalAsync(TenantId tenant, BlobId blob, CancellationToken cancellationToken);

    /// <summary>Removes a blob; removing what is not there is no error.</summary>
    Task DeleteAsync(TenantId tenant, BlobId blob, CancellationToken cancellationToken);
}
