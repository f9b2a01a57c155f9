using System.Collections.Concurrent;
using XttsSaas.Abstractions.Ids;
using XttsSaas.Abstractions.Results;
using XttsSaas.Domain.Ports;

namespace XttsSaas.Grains.Tests.Fakes;

/// <summary>Grains only ever delete blobs.</summary>
internal sealed class RecordingBlobs : IBlobStore
{
    public ConcurrentBag<(TenantId Tenant, BlobId Blob)> Deleted { get; } = [];

    public Task<Result<StoredBlob>> WriteAsync(TenantId tenant, Stream content, long maxBytes, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<Stream?> OpenReadAsync(TenantId tenant, BlobId blob, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<LocalFile?> OpenLocalAsync(TenantId tenant, BlobId blob, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task DeleteAsync(TenantId tenant, BlobId blob, CancellationToken cancellationToken)
    {
        Deleted.Add((tenant, blob));
        return Task.CompletedTask;
    }
}
