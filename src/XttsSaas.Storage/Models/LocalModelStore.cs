using Microsoft.Extensions.Options;
using XttsSaas.Domain.Ports;

namespace XttsSaas.Storage.Models;

/// <summary>Model folders on local disk, below one root.</summary>
internal sealed class LocalModelStore : IModelStore
{
    public LocalModelStore(IOptions<StorageOptions> options)
    {
        Root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Value.ModelRoot));
        Directory.CreateDirectory(Root);
    }

    public string Root { get; }

    public string BaseModelFolder(string name) => $"base/{name}";

    public string BuildFolder(TenantId tenant, DatasetId dataset, int number) => $"tenants/{tenant}/datasets/{dataset}/{number}";

    public string SessionFolder(TenantId tenant, SessionId session) => $"tenants/{tenant}/training/{session}";

    public string Resolve(string relative)
    {
        var full = Path.GetFullPath(Path.Combine(Root, relative));
        return full.StartsWith(Root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full
            : throw new ArgumentException($"'{relative}' leaves the model store.", nameof(relative));
    }

    public void Delete(string relative)
    {
        var path = Resolve(relative);
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }
}
