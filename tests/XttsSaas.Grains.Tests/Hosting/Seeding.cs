using XttsSaas.Abstractions.Datasets;
using XttsSaas.Abstractions.Ids;
using XttsSaas.Abstractions.Training;
using XttsSaas.Abstractions.Voices;

namespace XttsSaas.Grains.Tests.Hosting;

/// <summary>Things that tests start from.</summary>
internal static class Seeding
{
    public static async Task<TenantId> AddTenantAsync(this Platform platform, string plan = "pro")
    {
        var tenant = TenantId.New(platform.World.Time.GetUtcNow());
        Assert.True((await platform.Tenant(tenant).CreateAsync("Acme", plan)).Succeeded);
        return tenant;
    }

    public static ConsentStatement Consent { get; } =
        new("Anna", "I allow the use of my voice.", UserId.New(DateTimeOffset.UnixEpoch), DateTimeOffset.UnixEpoch);

    public static async Task<VoiceId> AddVoiceAsync(this Platform platform, TenantId tenant, bool consent = true)
    {
        var voice = VoiceId.New(platform.World.Time.GetUtcNow());
        var draft = new VoiceDraft("Anna", "en", "xtts-mini", consent ? Consent : null);
        Assert.True((await platform.Voice(tenant, voice).CreateAsync(draft)).Succeeded);
        return voice;
    }

    public static SourceDraft Source(string name, string? transcript = "some words") => new(
        SourceId.New(DateTimeOffset.UnixEpoch), BlobId.New(DateTimeOffset.UnixEpoch), name, 1_000, 10, 16_000, 1, transcript);

    /// <summary>A dataset with one recording, nothing done yet.</summary>
    public static async Task<DatasetId> AddDatasetAsync(this Platform platform, TenantId tenant)
    {
        var dataset = DatasetId.New(platform.World.Time.GetUtcNow());
        Assert.True((await platform.Dataset(tenant, dataset).CreateAsync(new DatasetDraft("Readings", "en"))).Succeeded);
        Assert.True((await platform.Dataset(tenant, dataset).AddSourceAsync(Source("a.wav"))).Succeeded);
        return dataset;
    }

    /// <summary>A dataset with two accepted segments and build 1.</summary>
    public static async Task<DatasetId> AddBuiltDatasetAsync(this Platform platform, TenantId tenant)
    {
        var dataset = await platform.AddDatasetAsync(tenant);
        var grain = platform.Dataset(tenant, dataset);
        await platform.AddSegmentsAsync(tenant, dataset, 2);
        await grain.StartBuildAsync(1);
        var build = new DatasetBuild(1, $"tenants/{tenant}/datasets/{dataset}/1", 2, 1, 1, 4, DateTimeOffset.UnixEpoch);
        await grain.CompleteBuildAsync(platform.Steps.Builds[^1].Work.Run, build);
        return dataset;
    }

    public static async Task<Segment[]> AddSegmentsAsync(this Platform platform, TenantId tenant, DatasetId dataset, int count)
    {
        var source = (await platform.Dataset(tenant, dataset).GetAsync())!.Sources[0].Id;
        var segments = Enumerable.Range(0, count).Select(i => new Segment(
            SegmentId.New(DateTimeOffset.UnixEpoch.AddSeconds(i)),
            source,
            i,
            2 * i,
            2 * i + 2,
            BlobId.New(DateTimeOffset.UnixEpoch),
            "some words",
            1,
            SegmentVerdict.Accepted,
            Array.Empty<string>())).ToArray();
        await platform.World.Segments.SaveAsync(tenant, dataset, segments, CancellationToken.None);
        return segments;
    }

    public static async Task<SessionId> AddSessionAsync(this Platform platform, TenantId tenant, VoiceId voice, DatasetId dataset, int steps = 40)
    {
        var session = SessionId.New(platform.World.Time.GetUtcNow());
        var request = new TrainingRequest("Run", voice, dataset, 0, new TrainingSettings(Steps: steps));
        var created = await platform.Session(tenant, session).CreateAsync(request);
        Assert.True(created.Succeeded, created.Error?.Message);
        return session;
    }

    /// <summary>A tenant with all that a session needs, and the session.</summary>
    public static async Task<(TenantId Tenant, SessionId Session)> AddReadySessionAsync(this Platform platform, int steps = 40)
    {
        var tenant = await platform.AddTenantAsync();
        var voice = await platform.AddVoiceAsync(tenant);
        var dataset = await platform.AddBuiltDatasetAsync(tenant);
        return (tenant, await platform.AddSessionAsync(tenant, voice, dataset, steps));
    }
}
