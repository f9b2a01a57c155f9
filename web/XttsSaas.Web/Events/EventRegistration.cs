using System.Text.Json;
using System.Text.Json.Serialization;

namespace XttsSaas.Web.Events;

/// <summary>Live events: SignalR for browsers, and what Server-Sent Events listen to.</summary>
public static class EventRegistration
{
    public static WebApplicationBuilder AddEvents(this WebApplicationBuilder builder)
    {
        builder.Services.AddSignalR().AddJsonProtocol(options =>
            options.PayloadSerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)));
        builder.Services.AddSingleton<TenantEventBroker>();
        builder.Services.AddHostedService(services => services.GetRequiredService<TenantEventBroker>());
        return builder;
    }

    public static void MapEvents(this IEndpointRouteBuilder app) => app.MapHub<TenantHub>(TenantHub.Address);
}
