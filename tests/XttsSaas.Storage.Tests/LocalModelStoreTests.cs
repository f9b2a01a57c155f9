using Microsoft.Extensions.Options;
using XttsSaas.Abstractions.Ids;
using XttsSaas.Storage;
using XttsSaas.Storage.Models;

namespace XttsSaas.Storage.Tests;

public sealed class LocalModelStoreTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("xtts-models-");
    private readonly LocalModelStore _store;

    public LocalModelStoreTests() =>
        _store = new(Options.Create(new StorageOptions { BlobRoot = _root.FullName, ModelRoot = _root.FullName }));

    public void Dispose() => _root.Delete(recursive: true);

    [Theory]
    [InlineData("../outside")]
    [InlineData("/etc")]
    [InlineData("base/../../outside")]
    [InlineData("")]
    public void Resolve_PathThatLeavesTheRoot_IsRefused(string path) =>
        Assert.Throws<ArgumentException>(() => _store.Resolve(path));

    [Fact]
    public void Folders_OfTwoTenants_NeverMeet()
    {
        var (a, b) = (TenantId.New(DateTimeOffset.UnixEpoch), TenantId.New(DateTimeOffset.UnixEpoch));
        var session = SessionId.New(DateTimeOffset.UnixEpoch);

        Assert.NotEqual(_store.Resolve(_store.SessionFolder(a, session)), _store.Resolve(_store.SessionFolder(b, session)));
    }

    [Fact]
    public void Delete_RemovesTheWholeFolder_AndToleratesNothingThere()
    {
        var folder = Directory.CreateDirectory(_store.Resolve("base/x/y"));

        _store.Delete("base/x");
        _store.Delete("base/x");

        Assert.False(folder.Exists && Directory.Exists(folder.FullName));
    }
}
