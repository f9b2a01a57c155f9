using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using XttsSaas.Abstractions.Ids;
using XttsSaas.Abstractions.Results;
using XttsSaas.Abstractions.Training;
using XttsSaas.Domain.Ports;
using XttsSaas.Grains.Tests.Hosting;
using XttsSaas.Silo.Tests.Hosting;
using XttsSaas.Silo.Training;
using XttsSaas.Storage;
using static XttsSaas.Silo.Tests.Hosting.ScriptedWorker;

namespace XttsSaas.Silo.Tests.Training;

/// <summary>Real processes, scripted; the session's grain on the other side is the real one.</summary>
public sealed class TrainingWorkersTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Worker_ThatFinishes_DeliversEverythingInOrder()
    {
        await using var platform = await StartAsync(
            Say(Started), Say(Step(1, 5)), "echo garbage", Say(Step(2, 4)), Say(Checkpoint), Say(Step(3, 3)), Say(Step(4, 2)), Say(Completed));
        var (tenant, session) = await platform.AddReadySessionAsync(steps: 4);

        await platform.UntilAsync(tenant, session, SessionState.Completed);

        var details = (await platform.Session(tenant, session).GetAsync())!;
        Assert.Equal((5, 2, 4), (details.FirstTrainLoss, details.LastTrainLoss, details.Step));
        Assert.Equal("checkpoints/2", Assert.Single(details.Checkpoints).Path);
        Assert.Equal($"tenants/{tenant}/training/{session}/final", details.Result!.Checkpoint);
        var metrics = await platform.World.Metrics.ListAsync(tenant, session, 0, default);
        Assert.Equal(new[] { 1, 2, 3, 4 }, metrics.Select(m => m.Step));
    }

    [Fact]
    public async Task Worker_KilledOnce_IsStartedAgainOnTheSameFolder()
    {
        await using var platform = await StartAsync(
            "if [ -f $out/died ]; then",
            Say(Started), Say(Step(4, 2)), Say(Completed),
            "else",
            "touch $out/died", Say(Started), Say(Step(2, 4)), Say(Checkpoint), "kill -9 $$",
            "fi");
        var (tenant, session) = await platform.AddReadySessionAsync(steps: 4);

        await platform.UntilAsync(tenant, session, SessionState.Interrupted);
        platform.World.Time.Advance(TimeSpan.FromSeconds(1));
        await platform.UntilAsync(tenant, session, SessionState.Completed);

        var details = (await platform.Session(tenant, session).GetAsync())!;
        Assert.Equal((1, 4.0, 2.0), (details.Interruptions, details.FirstTrainLoss, details.LastTrainLoss));
        Assert.Single(details.Checkpoints);
    }

    [Fact]
    public async Task Worker_ThatCannotSucceed_FailsTheSessionWithItsWords()
    {
        await using var platform = await StartAsync(
            Say(Started), Say("""{"type":"failed","code":"diverged","message":"The loss became NaN."}"""), "exit 1");
        var (tenant, session) = await platform.AddReadySessionAsync(steps: 4);

        await platform.UntilAsync(tenant, session, SessionState.Failed);

        Assert.Equal("The loss became NaN.", (await platform.Session(tenant, session).GetAsync())!.Failure!.Message);
    }

    [Fact]
    public async Task Worker_UnexpectedFailure_IsAnInterruption()
    {
        await using var platform = await StartAsync(
            Say(Started), Say("""{"type":"failed","code":"unexpected","message":"Out of memory."}"""), "exit 1");
        var (tenant, session) = await platform.AddReadySessionAsync(steps: 4);

        await platform.UntilAsync(tenant, session, SessionState.Interrupted);
    }

    [Fact]
    public async Task Cancel_RunningWorker_EndsTheProcessAndFreesTheDevice()
    {
        await using var platform = await StartAsync(Say(Started), Say(Step(1, 5)), "echo $$ > $out/pid", "cat > /dev/null");
        var (tenant, session) = await platform.AddReadySessionAsync(steps: 4);
        var process = await ProcessIdAsync(platform, tenant, session);

        await platform.Session(tenant, session).CancelAsync();
        await UntilAsync(async () => (await platform.Pool.GetAsync()).Devices[0].Leases.Count == 0);

        Assert.False(Lives(process));
        Assert.Equal(SessionState.Cancelled, (await platform.Session(tenant, session).GetAsync())!.State);
    }

    [Fact]
    public async Task Silo_Stopped_LeavesNoProcessAndTheSessionResumable()
    {
        var world = new World();
        int process;
        TenantId tenant;
        SessionId session;
        await using (var platform = await StartAsync(world, Say(Started), "echo $$ > $out/pid", "cat > /dev/null"))
        {
            (tenant, session) = await platform.AddReadySessionAsync(steps: 4);
            process = await ProcessIdAsync(platform, tenant, session);
        }
        await UntilAsync(() => Task.FromResult(!Lives(process)));

        await using var second = await StartAsync(world, Say(Started), Say(Step(4, 2)), Say(Completed));
        await second.UntilAsync(tenant, session, SessionState.Interrupted);
        world.Time.Advance(TimeSpan.FromSeconds(1));
        await second.UntilAsync(tenant, session, SessionState.Completed);
    }

    [Fact]
    public async Task Worker_ThatCannotBeStarted_FailsTheSession()
    {
        await using var platform = await Platform.StartAsync(null, silo =>
        {
            Configure(silo, "/no/such/command");
        });
        var (tenant, session) = await platform.AddReadySessionAsync(steps: 4);

        await platform.UntilAsync(tenant, session, SessionState.Failed);

        Assert.Equal(ErrorCode.TrainingFailed, (await platform.Session(tenant, session).GetAsync())!.Failure!.Code);
    }

    [Fact]
    public async Task JobFile_OfASession_SaysWhatAndWhere()
    {
        await using var platform = await StartAsync(Say(Started), Say(Completed));
        var (tenant, session) = await platform.AddReadySessionAsync(steps: 4);
        await platform.UntilAsync(tenant, session, SessionState.Completed);

        var models = platform.Service<IModelStore>();
        var folder = models.Resolve(models.SessionFolder(tenant, session));
        var job = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "job.json"))).RootElement;

        Assert.Equal(folder, job.GetProperty("output").GetString());
        Assert.Equal(models.Resolve("base/xtts-mini"), job.GetProperty("baseCheckpoint").GetString());
        Assert.Equal((4, "Lora", "Cpu", "en"), (
            job.GetProperty("config").GetProperty("steps").GetInt32(),
            job.GetProperty("config").GetProperty("mode").GetString(),
            job.GetProperty("config").GetProperty("device").GetString(),
            job.GetProperty("config").GetProperty("language").GetString()));
    }

    private Task<Platform> StartAsync(params string[] script) => StartAsync(null, script);

    private Task<Platform> StartAsync(World? world, params string[] script) =>
        Platform.StartAsync(world, silo => Configure(silo, Write(_folder, script)));

    private void Configure(Orleans.Hosting.ISiloBuilder silo, string command)
    {
        silo.Services.AddPlatformStorage(storage => (storage.BlobRoot, storage.ModelRoot) = (_folder.File("blobs"), _folder.File("models")));
        silo.AddTrainingRole();
        silo.Services.Configure<TrainingOptions>(training => (training.HostPath, training.WorkerPath) = (command, typeof(TrainingWorkersTests).Assembly.Location));
    }

    private static async Task<int> ProcessIdAsync(Platform platform, TenantId tenant, SessionId session)
    {
        var models = platform.Service<IModelStore>();
        var file = Path.Combine(models.Resolve(models.SessionFolder(tenant, session)), "pid");
        var id = 0;
        await UntilAsync(async () => File.Exists(file) && int.TryParse(await File.ReadAllTextAsync(file), CultureInfo.InvariantCulture, out id));
        return id;
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new Patience();
        while (!await holds())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static bool Lives(int process) => Directory.Exists($"/proc/{process}");
}
