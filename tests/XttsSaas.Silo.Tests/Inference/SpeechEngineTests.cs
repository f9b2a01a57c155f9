using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using XttsSaas.Abstractions.Ids;
using XttsSaas.Abstractions.Synthesis;
using XttsSaas.Abstractions.Voices;
using XttsSaas.Audio.Wav;
using XttsSaas.Domain.Ports;
using XttsSaas.Silo.Inference;
using XttsSaas.Silo.Tests.Hosting;
using XttsSaas.Storage;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Silo.Tests.Inference;

/// <summary>The real engine on xtts-mini with weights from a seed.</summary>
public sealed class SpeechEngineTests : IDisposable
{
    private static readonly TenantId Tenant = TenantId.New(DateTimeOffset.UnixEpoch);
    private readonly TempFolder _folder = new();
    private readonly ServiceProvider _services;
    private readonly SpeechModels _models;
    private readonly SpeechEngine _engine;

    public SpeechEngineTests()
    {
        _services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddPlatformStorage(storage => (storage.BlobRoot, storage.ModelRoot) = (_folder.File("blobs"), _folder.File("models")))
            .BuildServiceProvider();
        var options = Options.Create(new InferenceOptions());
        _models = new SpeechModels(_services.GetRequiredService<IModelStore>(), options, TimeProvider.System);
        _engine = new SpeechEngine(_models, new VoiceLatents(_services.GetRequiredService<IBlobStore>(), options), options);
    }

    public void Dispose()
    {
        _models.Dispose();
        _services.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task SpeakAsync_TwoSentences_DeliversAllCharactersAndTheSameAudioTwice()
    {
        BaseModels.EnsureMini(Path.Combine(_folder.File("models"), "base"));
        var job = Job("Hello there, this is one. And this is two.", await AddReferenceAsync());

        var first = await SpeakAsync(job);
        var again = await SpeakAsync(job);

        Assert.Equal(job.Text.Length, first[^1].CharactersDelivered);
        Assert.Equal(first.Select(c => c.CharactersDelivered).Order(), first.Select(c => c.CharactersDelivered));
        Assert.All(first, c => Assert.InRange(c.Pcm.Length, 2, 2 * SpeechChunk.SampleRate));
        Assert.Contains(first.SelectMany(c => c.Pcm), b => b != 0);
        Assert.Equal(first.SelectMany(c => c.Pcm), again.SelectMany(c => c.Pcm));
        Assert.True(File.Exists(Path.Combine(_folder.File("models"), "base", "xtts-mini", "onnx", "gpt.onnx")));
    }

    [Fact]
    public async Task SpeakAsync_ModelThatIsNotInstalled_SaysSo()
    {
        var error = await Assert.ThrowsAsync<DirectoryNotFoundException>(() => SpeakAsync(Job("Hello.", BlobId.New(DateTimeOffset.UnixEpoch))));

        Assert.Contains("base/xtts-mini is not installed", error.Message);
    }

    private async Task<List<SpeechChunk>> SpeakAsync(SpeechJob job)
    {
        var chunks = new List<SpeechChunk>();
        await foreach (var chunk in _engine.SpeakAsync(job, TestContext.Current.CancellationToken))
            chunks.Add(chunk);
        return chunks;
    }

    private static SpeechJob Job(string text, BlobId reference) => new(
        RequestId.New(DateTimeOffset.UnixEpoch),
        new SpeakableVoice(Tenant, VoiceId.New(DateTimeOffset.UnixEpoch), 0, "xtts-mini", null, null, "en", new[] { reference }),
        text,
        "en",
        new SpeechSettings(Seed: 3));

    /// <summary>Three seconds of a rising tone.</summary>
    private async Task<BlobId> AddReferenceAsync()
    {
        var samples = new short[3 * 22_050];
        for (var i = 0; i < samples.Length; i++)
            samples[i] = (short)(8_000 * Math.Sin(i * (0.02 + (i * 1e-6))));
        using var wav = new MemoryStream(WavWriter.ToBytes(samples, 22_050));
        return (await _services.GetRequiredService<IBlobStore>().WriteAsync(Tenant, wav, 1 << 20, default)).Value!.Id;
    }
}
