using System.Collections.Concurrent;
using XttsSaas.Abstractions.Ids;
using XttsSaas.Domain.Ports;

namespace XttsSaas.Grains.Tests.Fakes;

/// <summary>Folder names only; nothing touches the disk.</summary>
internal sealed class RecordingModels : IModelStore
{
    public ConcurrentBag<string> Deleted { get; } = [];

    public string Root => "/models";

    public string BaseModelFolder(string name) => $"base/{name}";

    public string BuildFolder(TenantId tenant, DatasetId dataset, int number) => $"tenants/{tenant}/datasets/{dataset}/{number}";

    public string SessionFolder(TenantId tenant, SessionId session) => $"tenants/{tenant}/training/{session}";

    public string Resolve(string relative) => $"{Root}/{relative}";

    public void Delete(string relative) => Deleted.Add(relative);
}
