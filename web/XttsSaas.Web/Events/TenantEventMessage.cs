using System.Text.Json;
using XttsSaas.Abstractions.Events;

namespace XttsSaas.Web.Events;

/// <summary>A live event on the wire: what changed, and its payload as a JSON object.</summary>
public sealed record TenantEventMessage(string Kind, string Subject, JsonElement Payload, DateTimeOffset At)
{
    public static TenantEventMessage Of(TenantEvent tenantEvent) => new(
        JsonNamingPolicy.SnakeCaseLower.ConvertName(tenantEvent.Kind.ToString()),
        tenantEvent.Subject,
        JsonElement.Parse(tenantEvent.Payload),
        tenantEvent.At);
}
