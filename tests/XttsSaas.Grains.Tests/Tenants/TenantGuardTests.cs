using XttsSaas.Abstractions.Ids;
using XttsSaas.Abstractions.Synthesis;
using XttsSaas.Abstractions.Tenants;
using XttsSaas.Abstractions.Voices;
using XttsSaas.Grains.Tests.Hosting;

namespace XttsSaas.Grains.Tests.Tenants;

public sealed class TenantGuardTests
{
    [Fact]
    public async Task Call_OnBehalfOfAnotherTenant_IsRefused()
    {
        await using var platform = await Platform.StartAsync();
        var owner = await platform.AddTenantAsync();
        var stranger = await platform.AddTenantAsync();
        var voice = await platform.AddVoiceAsync(owner);

        CallerTenant.Set(stranger);

        await Assert.ThrowsAsync<ForeignTenantException>(() => platform.Voice(owner, voice).GetAsync());
        await Assert.ThrowsAsync<ForeignTenantException>(() => platform.Tenant(owner).GetAsync());
        await Assert.ThrowsAsync<ForeignTenantException>(() => platform.Quota(owner).GetAsync());
        Assert.NotNull(await platform.Tenant(stranger).GetAsync());
    }

    [Fact]
    public async Task Call_OnBehalfOfTheOwner_ReachesGrainsBehindGrains()
    {
        await using var platform = await Platform.StartAsync();
        var (tenant, _) = await platform.AddReadySessionAsync();

        CallerTenant.Set(tenant);

        var voice = await platform.AddVoiceAsync(tenant);
        var dataset = await platform.AddBuiltDatasetAsync(tenant);
        await platform.AddSessionAsync(tenant, voice, dataset);
    }

    [Fact]
    public async Task Enumeration_OfAnotherTenantsVoice_IsRefused()
    {
        await using var platform = await Platform.StartAsync();
        var owner = await platform.AddTenantAsync();
        var stranger = await platform.AddTenantAsync();
        var worker = platform.Grains.GetGrain<ISynthesisWorkerGrain>(Platform.Silo);

        CallerTenant.Set(stranger);

        await Assert.ThrowsAsync<ForeignTenantException>(async () =>
        {
            await foreach (var _ in worker.SpeakAsync(Job(owner), TestContext.Current.CancellationToken))
                Assert.Fail("Nothing may be spoken.");
        });
    }

    [Fact]
    public async Task Pool_ServingBothTenants_StartsTheOthersSession()
    {
        await using var platform = await Platform.StartAsync();
        var (_, waiting) = await platform.AddReadySessionAsync();
        var (busy, running) = await platform.AddReadySessionAsync();

        // What one tenant does lets the pool start the other's session.
        CallerTenant.Set(busy);
        await platform.ReportCpuAsync();
        var first = await platform.Workers.NextAsync();
        CallerTenant.Clear();

        Assert.Equal(waiting, first.Session);
        Assert.NotEqual(waiting, running);
    }

    private static SpeechJob Job(TenantId tenant) => new(
        RequestId.New(DateTimeOffset.UnixEpoch),
        new SpeakableVoice(tenant, VoiceId.New(DateTimeOffset.UnixEpoch), 0, "xtts-mini", null, null, "en", Array.Empty<BlobId>()),
        "Hello",
        "en",
        new SpeechSettings());
}
