using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using XttsSaas.Abstractions.Ids;
using XttsSaas.Abstractions.Results;
using XttsSaas.Storage;
using XttsSaas.Storage.Blobs;

namespace XttsSaas.Storage.Tests;

public sealed class LocalBlobStoreTests : IDisposable
{
    private static readonly TenantId TenantA = TenantId.New(DateTimeOffset.UnixEpoch);
    private static readonly TenantId TenantB = TenantId.New(DateTimeOffset.UnixEpoch);
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("xtts-blobs-");
    private readonly LocalBlobStore _store;

    public LocalBlobStoreTests() => _store = NewStore();

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task Write_ThenRead_GivesTheSameBytesAndDigest()
    {
        var content = Enumerable.Range(0, 300_000).Select(i => (byte)(i * 31)).ToArray();

        var stored = await _store.WriteAsync(TenantA, new MemoryStream(content), content.Length, default);

        Assert.True(stored.Succeeded);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), stored.Value.Sha256);
        Assert.Equal(content, await ReadAsync(TenantA, stored.Value.Id));
    }

    [Fact]
    public async Task Write_OneByteOverTheLimit_IsRefusedAndLeavesNothing()
    {
        var stored = await _store.WriteAsync(TenantA, new MemoryStream(new byte[1001]), 1000, default);

        Assert.Equal(ErrorCode.FileTooLarge, stored.Error?.Code);
        Assert.Empty(_root.GetFiles("*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Write_StreamBreaks_LeavesNothing()
    {
        await Assert.ThrowsAsync<IOException>(() => _store.WriteAsync(TenantA, new BrokenStream(), 1000, default));

        Assert.Empty(_root.GetFiles("*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Read_ByAnotherTenant_FindsNothing()
    {
        var stored = await _store.WriteAsync(TenantA, new MemoryStream([1, 2, 3]), 10, default);

        Assert.Null(await _store.OpenReadAsync(TenantB, stored.Value!.Id, default));
        Assert.Null(await _store.OpenLocalAsync(TenantB, stored.Value.Id, default));
        await _store.DeleteAsync(TenantB, stored.Value.Id, default);
        Assert.Equal([1, 2, 3], await ReadAsync(TenantA, stored.Value.Id));
    }

    [Fact]
    public async Task Read_WithAHandMadeId_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => _store.OpenReadAsync(TenantA, new BlobId("../../etc/passwd"), default));

    [Fact]
    public async Task Start_AfterACrash_RemovesHalfWrittenFilesOnly()
    {
        var stored = await _store.WriteAsync(TenantA, new MemoryStream([7]), 10, default);
        File.WriteAllText(Path.Combine(_root.FullName, ".tmp", "half"), "half");

        var restarted = NewStore();

        Assert.Empty(Directory.GetFiles(Path.Combine(_root.FullName, ".tmp")));
        Assert.NotNull(await restarted.OpenLocalAsync(TenantA, stored.Value!.Id, default));
    }

    private LocalBlobStore NewStore() =>
        new(Options.Create(new StorageOptions { BlobRoot = _root.FullName, ModelRoot = _root.FullName }), TimeProvider.System);

    private async Task<byte[]> ReadAsync(TenantId tenant, BlobId blob)
    {
        await using var stream = await _store.OpenReadAsync(tenant, blob, default);
        using var copy = new MemoryStream();
        await stream!.CopyToAsync(copy);
        return copy.ToArray();
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("connection lost");
    }
}
