using System.Text.Json;
using XttsSaas.Abstractions.Events;

namespace XttsSaas.Web.Events;

/// <summary>A live event on the wire: what changed, and its payload as a JSON object.</summary>
public sealed record TenantEventMessage(string Kind, string Subject, JsonElement Payload, DateTimeOffset At)
{
    /// <summary>
    /// The first event of every connection: from here on nothing is missed, so this is the moment to read the state
    /// again. What changed before it, while the connection was being made, is not sent.
    /// </summary>
    public static TenantEventMessage Connected(TenantId tenant, DateTimeOffset now) =>
        new("connected", tenant.Value, JsonElement.Parse("{}"), now);

    public static TenantEventMessage Of(TenantEvent tenantEvent) => new(
        JsonNamingPolicy.SnakeCaseLower.ConvertName(tenantEvent.Kind.ToString()),
        tenantEvent.Subject,
        JsonElement.Parse(tenantEvent.Payload),
        tenantEvent.At);
}
