using XttsSaas.Abstractions.Ids;
using XttsSaas.Abstractions.Results;
using XttsSaas.Abstractions.Voices;
using XttsSaas.Grains.Tests.Hosting;

namespace XttsSaas.Grains.Tests.Voices;

public sealed class VoiceGrainTests
{
    private static readonly VoiceReference Reference = new(BlobId.New(DateTimeOffset.UnixEpoch), "a.wav", 6);
    private static readonly SessionId Session = SessionId.New(DateTimeOffset.UnixEpoch);

    [Fact]
    public async Task ResolveAsync_WithoutConsent_IsConsentMissing()
    {
        await using var platform = await Platform.StartAsync();
        var tenant = await platform.AddTenantAsync();
        var voice = platform.Voice(tenant, await platform.AddVoiceAsync(tenant, consent: false));
        await voice.AddReferenceAsync(Reference);

        Assert.Equal(ErrorCode.ConsentMissing, (await voice.ResolveAsync()).Error?.Code);
        await voice.RecordConsentAsync(Seeding.Consent);
        Assert.True((await voice.ResolveAsync()).Succeeded);
        await voice.RevokeConsentAsync();

        Assert.Equal(ErrorCode.ConsentMissing, (await voice.ResolveAsync()).Error?.Code);
    }

    [Fact]
    public async Task ResolveAsync_WithoutReference_IsVoiceNotReady()
    {
        await using var platform = await Platform.StartAsync();
        var tenant = await platform.AddTenantAsync();

        var resolved = await platform.Voice(tenant, await platform.AddVoiceAsync(tenant)).ResolveAsync();

        Assert.Equal(ErrorCode.VoiceNotReady, resolved.Error?.Code);
    }

    [Fact]
    public async Task AddVersionAsync_SameSessionTwice_IsOneActiveVersion()
    {
        await using var platform = await Platform.StartAsync();
        var tenant = await platform.AddTenantAsync();
        var voice = platform.Voice(tenant, await platform.AddVoiceAsync(tenant));
        await voice.AddReferenceAsync(Reference);

        await voice.AddVersionAsync(Session, "folder", "abc", 2.5);
        await voice.AddVersionAsync(Session, "folder", "abc", 2.5);

        var details = await voice.GetAsync();
        Assert.Equal((1, 1), (Assert.Single(details!.Versions).Number, details.ActiveVersion));
        Assert.Equal("folder", (await voice.ResolveAsync()).Value!.Checkpoint);
    }

    [Fact]
    public async Task ActivateVersionAsync_Zero_SpeaksWithTheBaseModelAgain()
    {
        await using var platform = await Platform.StartAsync();
        var tenant = await platform.AddTenantAsync();
        var voice = platform.Voice(tenant, await platform.AddVoiceAsync(tenant));
        await voice.AddReferenceAsync(Reference);
        await voice.AddVersionAsync(Session, "folder", "abc", null);

        await voice.ActivateVersionAsync(0);

        Assert.Null((await voice.ResolveAsync()).Value!.Checkpoint);
        Assert.Equal(ErrorCode.NotFound, (await voice.ActivateVersionAsync(2)).Error?.Code);
    }

    [Fact]
    public async Task DeleteAsync_Voice_IsAsIfItNeverWas()
    {
        await using var platform = await Platform.StartAsync();
        var tenant = await platform.AddTenantAsync();
        var id = await platform.AddVoiceAsync(tenant);
        var voice = platform.Voice(tenant, id);
        await voice.AddReferenceAsync(Reference);
        await voice.AddVersionAsync(Session, "folder", "abc", null);
        var never = platform.Voice(tenant, VoiceId.New(DateTimeOffset.UnixEpoch));

        Assert.True((await voice.DeleteAsync()).Succeeded);

        Assert.Null(await voice.GetAsync());
        Assert.Equal((await never.ResolveAsync()).Error, (await voice.ResolveAsync()).Error);
        Assert.Equal((await never.DeleteAsync()).Error, (await voice.DeleteAsync()).Error);
        Assert.Equal(ErrorCode.NotFound, (await voice.AddVersionAsync(Session, "folder", "abc", null)).Error?.Code);
        Assert.Contains((tenant, Reference.Blob), platform.World.Blobs.Deleted);
        Assert.Contains("folder", platform.World.Models.Deleted);
    }

    [Fact]
    public async Task GetAsync_SameVoiceIdUnderAnotherTenant_IsNull()
    {
        await using var platform = await Platform.StartAsync();
        var owner = await platform.AddTenantAsync();
        var voice = await platform.AddVoiceAsync(owner);
        var stranger = await platform.AddTenantAsync();

        Assert.Null(await platform.Voice(stranger, voice).GetAsync());
        Assert.NotNull(await platform.Voice(owner, voice).GetAsync());
    }

    [Fact]
    public async Task GetAsync_AfterRestart_IsTheStoredVoice()
    {
        var world = new World();
        TenantId tenant;
        VoiceId voice;
        VoiceDetails? before;
        await using (var first = await Platform.StartAsync(world))
        {
            tenant = await first.AddTenantAsync();
            voice = await first.AddVoiceAsync(tenant);
            await first.Voice(tenant, voice).AddReferenceAsync(Reference);
            await first.Voice(tenant, voice).AddVersionAsync(Session, "folder", "abc", 1.5);
            before = await first.Voice(tenant, voice).GetAsync();
        }
        await using var second = await Platform.StartAsync(world);

        var after = await second.Voice(tenant, voice).GetAsync();

        Assert.Equivalent(before, after, strict: true);
    }
}
