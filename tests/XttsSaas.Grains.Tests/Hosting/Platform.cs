using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime.Hosting;
using XttsSaas.Abstractions.Capacity;
using XttsSaas.Abstractions.Datasets;
using XttsSaas.Abstractions.Ids;
using XttsSaas.Abstractions.Quotas;
using XttsSaas.Abstractions.Tenants;
using XttsSaas.Abstractions.Training;
using XttsSaas.Abstractions.Voices;
using XttsSaas.Domain.Ports;
using XttsSaas.Grains.Hosting;
using XttsSaas.Grains.Tests.Fakes;

namespace XttsSaas.Grains.Tests.Hosting;

/// <summary>One process with all grains. Leaving it without <see cref="IAsyncDisposable"/> care is a crash: workers are gone.</summary>
internal sealed class Platform : IAsyncDisposable
{
    public const string Silo = "silo-1";

    /// <summary>What a silo does for itself; standing still, it would never start.</summary>
    private static readonly string[] Upkeep =
        ["Orleans.Messaging", "Orleans.SystemTimers", "Orleans.Membership", "Orleans.ActivationManagement", "Orleans.GrainDirectory"];

    private readonly IHost _host;

    private Platform(IHost host, World world, FakeWorkers workers, FakeSteps steps, FakeEngine engine) =>
        (_host, World, Workers, Steps, Engine) = (host, world, workers, steps, engine);

    public World World { get; }

    public FakeWorkers Workers { get; }

    public FakeSteps Steps { get; }

    public FakeEngine Engine { get; }

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public IGpuPoolGrain Pool => Grains.GetGrain<IGpuPoolGrain>(IGpuPoolGrain.DefaultPool);

    /// <param name="world">What earlier hosts left; a new one by default.</param>
    /// <param name="configure">Replaces fakes by the real thing.</param>
    public static async Task<Platform> StartAsync(World? world = null, Action<ISiloBuilder>? configure = null)
    {
        world ??= new World();
        var workers = new FakeWorkers();
        var steps = new FakeSteps();
        var engine = new FakeEngine();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<TimeProvider>(world.Time);
        foreach (var clock in Upkeep)
            builder.Services.AddKeyedSingleton(clock, TimeProvider.System);
        builder.Services.AddSingleton<ITrainingWorkers>(workers);
        builder.Services.AddSingleton<IDatasetSteps>(steps);
        builder.Services.AddSingleton<ISpeechEngine>(engine);
        builder.Services.AddSingleton<IUsageLedger>(world.Ledger);
        builder.Services.AddSingleton<ISegmentStore>(world.Segments);
        builder.Services.AddSingleton<ITrainingMetricStore>(world.Metrics);
        builder.Services.AddSingleton<IBlobStore>(world.Blobs);
        builder.Services.AddSingleton<IModelStore>(world.Models);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering();
            silo.Configure<SiloOptions>(options => options.SiloName = Silo);
            silo.UseInMemoryReminderService();
            silo.Services.AddGrainStorage(GrainStateNames.Storage, (_, _) => world.Storage);
            silo.AddXttsGrains();
            configure?.Invoke(silo);
        });
        var host = builder.Build();
        await host.StartAsync();
        return new Platform(host, world, workers, steps, engine);
    }

    public ITenantGrain Tenant(TenantId tenant) => Grains.GetGrain<ITenantGrain>(GrainKeys.Of(tenant));

    public IQuotaGrain Quota(TenantId tenant) => Grains.GetGrain<IQuotaGrain>(GrainKeys.Of(tenant));

    public IVoiceGrain Voice(TenantId tenant, VoiceId voice) => Grains.GetGrain<IVoiceGrain>(GrainKeys.Of(tenant, voice));

    public IDatasetGrain Dataset(TenantId tenant, DatasetId dataset) => Grains.GetGrain<IDatasetGrain>(GrainKeys.Of(tenant, dataset));

    public ITrainingSessionGrain Session(TenantId tenant, SessionId session) => Grains.GetGrain<ITrainingSessionGrain>(GrainKeys.Of(tenant, session));

    /// <summary>One CPU device with so many slots is reported.</summary>
    public Task ReportCpuAsync(int slots = 1) => Pool.ReportAsync(
        Silo, new[] { new DeviceReport(Silo, "cpu", "CPU", DeviceKind.Cpu, 16_000, 8_000, slots) });

    public T Service<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>Returns once a session is in a state that something under way brings about.</summary>
    public async Task UntilAsync(TenantId tenant, SessionId session, SessionState state)
    {
        using var patience = new Patience();
        while ((await Session(tenant, session).GetAsync())?.State != state)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>Lets minutes pass until a reminder brought something about: when it arrives is the host's business.</summary>
    public async Task PassMinutesUntilAsync(Func<Task<bool>> reached)
    {
        using var patience = new Patience();
        do
        {
            patience.Token.ThrowIfCancellationRequested();
            World.Time.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }
        while (!await reached());
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
