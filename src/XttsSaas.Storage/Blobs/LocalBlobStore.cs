using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using XttsSaas.Domain.Ports;
using XttsSaas.Storage.Durability;

namespace XttsSaas.Storage.Blobs;

/// <summary>
/// Blobs on local disk: <c>{root}/{tenant}/{blob}</c>, written to <c>{root}/.tmp</c> first. The tenant is part of
/// the path, so another tenant's blob cannot be reached by its id. Left-over temporary files are removed at start.
/// </summary>
internal sealed class LocalBlobStore : IBlobStore
{
    private const int BufferBytes = 128 * 1024;
    private const int DiskFullHResult = 0x1C; // ENOSPC

    private readonly string _root;
    private readonly string _temporary;
    private readonly TimeProvider _time;

    public LocalBlobStore(IOptions<StorageOptions> options, TimeProvider time)
    {
        _root = options.Value.BlobRoot;
        _temporary = Path.Combine(_root, ".tmp");
        _time = time;
        if (Directory.Exists(_temporary))
            Directory.Delete(_temporary, recursive: true);
        Directory.CreateDirectory(_temporary);
    }

    public async Task<Result<StoredBlob>> WriteAsync(TenantId tenant, Stream content, long maxBytes, CancellationToken cancellationToken)
    {
        var id = BlobId.New(_time.GetUtcNow());
        var temporary = Path.Combine(_temporary, id.Value);
        try
        {
            var written = await CopyAsync(content, temporary, maxBytes, cancellationToken);
            if (!written.Succeeded)
                return written.Error;
            var final = PathOf(tenant, id);
            Directory.CreateDirectory(Path.GetDirectoryName(final)!);
            DurableFile.Publish(temporary, final);
            return new StoredBlob(id, written.Value.Bytes, written.Value.Sha256);
        }
        catch (IOException e) when (e.HResult == DiskFullHResult)
        {
            return new Error(ErrorCode.StorageFull, "There is no room left to store this file. Nothing was kept; try again later.");
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public Task<Stream?> OpenReadAsync(TenantId tenant, BlobId blob, CancellationToken cancellationToken)
    {
        var path = PathOf(tenant, blob);
        return Task.FromResult<Stream?>(File.Exists(path)
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes, useAsync: true)
            : null);
    }

    public Task<LocalFile?> OpenLocalAsync(TenantId tenant, BlobId blob, CancellationToken cancellationToken)
    {
        var path = PathOf(tenant, blob);
        return Task.FromResult(File.Exists(path) ? new LocalFile(path) : null);
    }

    public Task DeleteAsync(TenantId tenant, BlobId blob, CancellationToken cancellationToken)
    {
        var path = PathOf(tenant, blob);
        if (File.Exists(path))
            File.Delete(path);
        return Task.CompletedTask;
    }

    private static async Task<Result<(long Bytes, string Sha256)>> CopyAsync(Stream content, string path, long maxBytes, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes, useAsync: true);
        var buffer = new byte[BufferBytes];
        long total = 0;
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            total += read;
            if (total > maxBytes)
                return new Error(ErrorCode.FileTooLarge, $"The file is larger than the {maxBytes / (1024 * 1024)} MiB that are allowed. Split it, or compress it as FLAC or MP3.");
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
        return (total, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private string PathOf(TenantId tenant, BlobId blob)
    {
        // Ids that came from a parser are safe as file names; a default or hand-made one might not be.
        if (!TenantId.TryParse(tenant.Value, null, out _) || !BlobId.TryParse(blob.Value, null, out _))
            throw new ArgumentException("A blob is addressed by a valid tenant id and blob id.");
        return Path.Combine(_root, tenant.Value, blob.Value);
    }
}
