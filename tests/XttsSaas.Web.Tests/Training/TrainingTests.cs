using XttsSaas.Abstractions.Capacity;
using XttsSaas.Abstractions.Training;

namespace XttsSaas.Web.Tests.Training;

public sealed class TrainingTests(PlatformFixture platform)
{
    [Fact]
    public async Task Session_Created_ShowsItsSettings()
    {
        var customer = await platform.SignUpAsync();
        var session = await customer.GetAsync($"/v1/training-sessions/{await customer.MakeSessionAsync(platform)}");
        Assert.Equal("First run", session.GetProperty("name").GetString());
        Assert.Equal(1, session.GetProperty("build").GetInt32());
        Assert.Equal(20, session.GetProperty("settings").GetProperty("steps").GetInt32());
        Assert.Equal("lora", session.GetProperty("settings").GetProperty("mode").GetString());
    }

    [Fact]
    public async Task Events_FollowTheSessionToItsEnd()
    {
        var customer = await platform.SignUpAsync();
        var id = SessionId.Parse(await customer.MakeSessionAsync(platform), null);
        var lease = await LeaseAsync(id);
        using var stream = await EventStream.OpenAsync(customer, $"/v1/training-sessions/{id}/events");
        Assert.Equal("running", (await stream.NextAsync("state")).Data.GetProperty("state").GetString());

        await Session(customer, id).ReportAsync(new WorkerReport(lease, 1, 20, 19, new[] { Point(1) }, Array.Empty<TrainingCheckpoint>()));
        var metrics = await stream.NextAsync("metrics");
        Assert.Equal(1, metrics.Data.GetProperty("data")[0].GetProperty("step").GetInt32());
        Assert.Equal("1.0", metrics.Id);

        await Session(customer, id).WorkerExitedAsync(new WorkerExit(lease, 1, null, new Error(ErrorCode.TrainingFailed, "The loss is not a number."), 3));
        var end = await stream.NextAsync("end");
        Assert.Equal("failed", end.Data.GetProperty("state").GetString());
        Assert.True(await stream.IsOverAsync());
    }

    [Fact]
    public async Task Events_WithLastEventId_GoOnWithoutLossOrRepetition()
    {
        var customer = await platform.SignUpAsync();
        var id = SessionId.Parse(await customer.MakeSessionAsync(platform), null);
        var lease = await LeaseAsync(id);
        await Session(customer, id).ReportAsync(new WorkerReport(lease, 3, 20, 17, new[] { Point(1), Point(2), Point(2, validation: true), Point(3) }, Array.Empty<TrainingCheckpoint>()));
        using var stream = await EventStream.OpenAsync(customer, $"/v1/training-sessions/{id}/events", lastEventId: "2.0");
        var metrics = (await stream.NextAsync("metrics")).Data.GetProperty("data").EnumerateArray()
            .Select(point => (point.GetProperty("step").GetInt32(), point.GetProperty("validation").GetBoolean()));
        Assert.Equal([(2, true), (3, false)], metrics.Order());
    }

    [Fact]
    public async Task Metrics_AfterAStep_HoldTheRest()
    {
        var customer = await platform.SignUpAsync();
        var id = SessionId.Parse(await customer.MakeSessionAsync(platform), null);
        var lease = await LeaseAsync(id);
        await Session(customer, id).ReportAsync(new WorkerReport(lease, 2, 20, 18, new[] { Point(1), Point(2) }, Array.Empty<TrainingCheckpoint>()));
        var metrics = await customer.GetAsync($"/v1/training-sessions/{id}/metrics?afterStep=1");
        Assert.Equal(2, Assert.Single(metrics.GetProperty("data").EnumerateArray()).GetProperty("step").GetInt32());
    }

    [Fact]
    public async Task Session_Cancelled_SaysSo()
    {
        var customer = await platform.SignUpAsync();
        var id = await customer.MakeSessionAsync(platform);
        await LeaseAsync(SessionId.Parse(id, null));
        var cancelled = await customer.PostAsync($"/v1/training-sessions/{id}/cancel");
        Assert.Equal("cancelled", cancelled.GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("steps", 0)]
    [InlineData("batchSize", 1000)]
    [InlineData("learningRate", 5.0)]
    [InlineData("loraRank", 0)]
    [InlineData("mode", "magic")]
    [InlineData("voice", "nobody")]
    public async Task Setting_Bad_IsNamed(string field, object value)
    {
        var customer = await platform.SignUpAsync();
        var body = new Dictionary<string, object>
        {
            ["name"] = "Run",
            ["voice"] = await customer.MakeVoiceAsync(),
            ["dataset"] = await customer.MakeDatasetAsync(),
            [field] = value,
        };
        var problem = await Problem.OfAsync(await customer.Http.PostAsJsonAsync("/v1/training-sessions", body));
        Assert.Equal((400, "invalid_request", field), (problem.Status, problem.Code, problem.Field));
    }

    [Fact]
    public async Task Dataset_NotBuilt_CannotBeTrainedOn()
    {
        var customer = await platform.SignUpAsync();
        var voice = await customer.MakeVoiceAsync();
        var dataset = await customer.MakeDatasetAsync();
        var problem = await Problem.OfAsync(await customer.Http.PostAsJsonAsync("/v1/training-sessions", new { name = "Run", voice, dataset }));
        Assert.Equal((409, "dataset_not_built"), (problem.Status, problem.Code));
    }

    private static TrainingMetric Point(int step, bool validation = false) =>
        new(step, validation, 1, 2, 3, 0.001, 50, null, TimeProvider.System.GetUtcNow());

    /// <summary>Offers the pool a device with room for this session and waits for the worker's start.</summary>
    private async Task<LeaseId> LeaseAsync(SessionId session)
    {
        await platform.Grains.GetGrain<IGpuPoolGrain>(IGpuPoolGrain.DefaultPool).ReportAsync(
            "training-silo", new[] { new DeviceReport("training-silo", "cpu-0", "Test CPU", DeviceKind.Cpu, 1024, 512, 100) });
        var work = await platform.Workers.StartOf(session);
        return work.Lease.Id;
    }

    private ITrainingSessionGrain Session(ApiClient customer, SessionId id) =>
        platform.Grains.GetGrain<ITrainingSessionGrain>(GrainKeys.Of(customer.Tenant, id));
}
