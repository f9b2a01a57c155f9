using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using XttsSaas.Web.Identity;

namespace XttsSaas.Web.Events;

/// <summary>
/// Live events for browsers: a connection hears everything of its own tenant, and there is no method by which it
/// could ask for anything else.
/// </summary>
[Authorize(Policies.Tenant)]
public sealed class TenantHub(TenantEventBroker broker, TimeProvider time) : Hub
{
    public const string Address = "/hubs/tenant";

    /// <summary>The method that clients listen to; its argument is a <see cref="TenantEventMessage"/>.</summary>
    public const string EventMethod = "event";

    public static string GroupOf(TenantId tenant) => $"tenant/{tenant}";

    public override async Task OnConnectedAsync()
    {
        var tenant = Context.GetHttpContext()?.Features.Get<CurrentTenant>()
            ?? throw new HubException("The connection belongs to no organisation.");
        Context.Items[typeof(CurrentTenant)] = tenant;
        await broker.HoldAsync(tenant.Id);
        await Groups.AddToGroupAsync(Context.ConnectionId, GroupOf(tenant.Id), Context.ConnectionAborted);
        await Clients.Caller.SendAsync(EventMethod, TenantEventMessage.Connected(tenant.Id, time.GetUtcNow()), Context.ConnectionAborted);
        await base.OnConnectedAsync();
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        if (Context.Items.TryGetValue(typeof(CurrentTenant), out var held) && held is CurrentTenant tenant)
            await broker.ReleaseAsync(tenant.Id);
        await base.OnDisconnectedAsync(exception);
    }
}
