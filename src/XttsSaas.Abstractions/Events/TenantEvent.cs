namespace XttsSaas.Abstractions.Events;

/// <summary>
/// Something that changed inside a tenant. <paramref name="Subject"/> is the id of what changed;
/// <paramref name="Payload"/> is the JSON that portal and Server-Sent Events pass on unchanged.
/// </summary>
[GenerateSerializer, Immutable, Alias("TenantEvent")]
public sealed record TenantEvent(
    TenantId Tenant,
    TenantEventKind Kind,
    string Subject,
    string Payload,
    DateTimeOffset At);
