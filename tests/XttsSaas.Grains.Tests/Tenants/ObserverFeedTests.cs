using System.Text.Json;
using Orleans;
using XttsSaas.Abstractions.Events;
using XttsSaas.Grains.Tests.Fakes;
using XttsSaas.Grains.Tests.Hosting;

namespace XttsSaas.Grains.Tests.Tenants;

public sealed class ObserverFeedTests
{
    [Fact]
    public async Task Subscribe_VoiceCreated_GetsTheVoiceAsJson()
    {
        await using var platform = await Platform.StartAsync();
        var tenant = await platform.AddTenantAsync();
        var observer = new RecordingObserver();
        await platform.Tenant(tenant).SubscribeAsync(platform.Grains.CreateObjectReference<ITenantObserver>(observer));

        var voice = await platform.AddVoiceAsync(tenant);
        var received = await observer.NextAsync();

        Assert.Equal((TenantEventKind.VoiceChanged, voice.Value, tenant), (received.Kind, received.Subject, received.Tenant));
        var payload = JsonDocument.Parse(received.Payload).RootElement;
        Assert.Equal(voice.Value, payload.GetProperty("id").GetString());
        Assert.Equal("xtts-mini", payload.GetProperty("baseModel").GetString());
    }

    [Fact]
    public async Task Subscribe_OtherTenantsEvent_IsNotHeard()
    {
        await using var platform = await Platform.StartAsync();
        var mine = await platform.AddTenantAsync();
        var other = await platform.AddTenantAsync();
        var observer = new RecordingObserver();
        await platform.Tenant(mine).SubscribeAsync(platform.Grains.CreateObjectReference<ITenantObserver>(observer));

        await platform.AddVoiceAsync(other);
        var voice = await platform.AddVoiceAsync(mine);

        Assert.Equal(voice.Value, (await observer.NextAsync()).Subject);
        Assert.Equal(0, observer.Waiting);
    }

    [Fact]
    public async Task Subscribe_NotRenewedForFiveMinutes_Lapses()
    {
        await using var platform = await Platform.StartAsync();
        var tenant = await platform.AddTenantAsync();
        var lapsing = new RecordingObserver();
        var renewed = new RecordingObserver();
        var lapsingReference = platform.Grains.CreateObjectReference<ITenantObserver>(lapsing);
        var renewedReference = platform.Grains.CreateObjectReference<ITenantObserver>(renewed);
        await platform.Tenant(tenant).SubscribeAsync(lapsingReference);
        await platform.Tenant(tenant).SubscribeAsync(renewedReference);
        platform.World.Time.Advance(TimeSpan.FromMinutes(4));
        await platform.Tenant(tenant).SubscribeAsync(renewedReference);
        platform.World.Time.Advance(TimeSpan.FromMinutes(2));

        await platform.AddVoiceAsync(tenant);
        await renewed.NextAsync();

        Assert.Equal(0, lapsing.Waiting);
    }

    [Fact]
    public async Task Unsubscribe_Event_IsNotHeard()
    {
        await using var platform = await Platform.StartAsync();
        var tenant = await platform.AddTenantAsync();
        var gone = new RecordingObserver();
        var stays = new RecordingObserver();
        var goneReference = platform.Grains.CreateObjectReference<ITenantObserver>(gone);
        await platform.Tenant(tenant).SubscribeAsync(goneReference);
        await platform.Tenant(tenant).SubscribeAsync(platform.Grains.CreateObjectReference<ITenantObserver>(stays));
        await platform.Tenant(tenant).UnsubscribeAsync(goneReference);

        await platform.AddVoiceAsync(tenant);
        await stays.NextAsync();

        Assert.Equal(0, gone.Waiting);
    }
}
