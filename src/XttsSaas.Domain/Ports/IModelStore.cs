namespace XttsSaas.Domain.Ports;

/// <summary>
/// Folders too big for blobs: base models, dataset builds, training output. All paths that cross a boundary are
/// relative to <see cref="Root"/> and stay below it.
/// </summary>
public interface IModelStore
{
    /// <summary>Absolute path of the root.</summary>
    string Root { get; }

    /// <summary>Relative folder of a base model: <c>base/{name}</c>.</summary>
    string BaseModelFolder(string name);

    /// <summary>Relative folder of a dataset build: <c>tenants/{tenant}/datasets/{dataset}/{number}</c>.</summary>
    string BuildFolder(TenantId tenant, DatasetId dataset, int number);

    /// <summary>Relative folder of a session's output: <c>tenants/{tenant}/training/{session}</c>.</summary>
    string SessionFolder(TenantId tenant, SessionId session);

    /// <summary>The absolute path of a relative folder.</summary>
    /// <exception cref="ArgumentException">The path would leave the root.</exception>
    string Resolve(string relative);

    /// <summary>Removes a tenant's folder tree; nothing there is no error.</summary>
    void Delete(string relative);
}
