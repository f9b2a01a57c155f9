using XttsSaas.Abstractions.Ids;
using XttsSaas.Abstractions.Synthesis;
using XttsSaas.Abstractions.Tenants;
using XttsSaas.Abstractions.Voices;
using XttsSaas.Grains.Tests.Hosting;

namespace XttsSaas.Grains.Tests.Synthesis;

public sealed class SynthesisWorkerGrainTests
{
    [Fact]
    public async Task SpeakAsync_OwnVoice_StreamsTheEnginesChunksInOrder()
    {
        await using var platform = await Platform.StartAsync();
        var tenant = await platform.AddTenantAsync();
        var worker = platform.Grains.GetGrain<ISynthesisWorkerGrain>(Platform.Silo);
        var voice = new SpeakableVoice(tenant, VoiceId.New(DateTimeOffset.UnixEpoch), 0, "xtts-mini", null, null, "en", Array.Empty<BlobId>());
        var job = new SpeechJob(RequestId.New(DateTimeOffset.UnixEpoch), voice, "Hello there", "en", new SpeechSettings());
        CallerTenant.Set(tenant);

        var delivered = new List<int>();
        await foreach (var chunk in worker.SpeakAsync(job, TestContext.Current.CancellationToken))
            delivered.Add(chunk.CharactersDelivered);

        Assert.Equal(Enumerable.Range(1, 11), delivered);
    }
}
