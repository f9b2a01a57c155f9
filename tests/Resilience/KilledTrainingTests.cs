using System.Text.Json.Nodes;

namespace Resilience;

/// <summary>Real processes, really killed.</summary>
public sealed class KilledTrainingTests
{
    private const int Steps = 40;

    [Fact]
    public async Task WorkerKilled_SessionGoesOnFromItsLastCheckpointAndFinishes()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var (dataset, voice) = await platform.MakeDatasetAsync();
        var session = await platform.TrainAsync(dataset, voice, Steps);
        var path = $"/v1/training-sessions/{session}";
        await platform.WaitAsync(path, HasCheckpoint);
        var saved = await SavedPointsAsync(platform, path);

        WorkerProcesses.Kill(Assert.Single(WorkerProcesses.Below(platform.DataFolder)));

        var done = await platform.WaitAsync(path, s => (string?)s["state"] == "completed");
        Assert.Equal(1, (int)done["interruptions"]!);
        await AssertCompleteAsync(platform, path, done, saved);
        Assert.Single((await platform.Api.GetAsync($"/v1/voices/{voice}", platform.Deadline))["versions"]!.AsArray());
    }

    [Fact]
    public async Task PlatformKilled_EverythingAcknowledgedIsThereAndTheSessionResumes()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var (dataset, voice) = await platform.MakeDatasetAsync();
        var session = await platform.TrainAsync(dataset, voice, Steps);
        var path = $"/v1/training-sessions/{session}";
        await platform.WaitAsync(path, HasCheckpoint);
        var saved = await SavedPointsAsync(platform, path);
        var datasetBefore = await platform.Api.GetAsync($"/v1/datasets/{dataset}", platform.Deadline);
        var voiceBefore = await platform.Api.GetAsync($"/v1/voices/{voice}", platform.Deadline);
        var segmentsBefore = await platform.Api.GetAsync($"/v1/datasets/{dataset}/segments", platform.Deadline);

        await platform.KillAsync();
        await platform.RestartAsync();

        Assert.True(JsonNode.DeepEquals(datasetBefore, await platform.Api.GetAsync($"/v1/datasets/{dataset}", platform.Deadline)));
        Assert.True(JsonNode.DeepEquals(voiceBefore, await platform.Api.GetAsync($"/v1/voices/{voice}", platform.Deadline)));
        Assert.True(JsonNode.DeepEquals(segmentsBefore, await platform.Api.GetAsync($"/v1/datasets/{dataset}/segments", platform.Deadline)));
        var done = await platform.WaitAsync(path, s => (string?)s["state"] == "completed");
        Assert.True((int)done["interruptions"]! >= 1);
        await AssertCompleteAsync(platform, path, done, saved);
        Assert.Empty(WorkerProcesses.Below(platform.DataFolder));
    }

    private static bool HasCheckpoint(JsonNode session)
    {
        Assert.NotEqual("completed", (string?)session["state"]);
        return session["checkpoints"]!.AsArray().Count > 0;
    }

    /// <summary>The training points up to the last checkpoint: what a worker that resumes must not train again.</summary>
    private static async Task<IReadOnlyList<JsonNode?>> SavedPointsAsync(RunningPlatform platform, string path)
    {
        var session = await platform.Api.GetAsync(path, platform.Deadline);
        var checkpoint = session["checkpoints"]!.AsArray().Max(c => (int)c!["step"]!);
        return [.. (await TrainingPointsAsync(platform, path)).Where(m => (int)m!["step"]! <= checkpoint)];
    }

    private static async Task<IReadOnlyList<JsonNode?>> TrainingPointsAsync(RunningPlatform platform, string path) =>
        [.. (await platform.Api.GetAsync($"{path}/metrics", platform.Deadline))["data"]!.AsArray().Where(m => !(bool)m!["validation"]!)];

    /// <summary>All steps are on the curve once, and those that were saved before the kill are the same points still.</summary>
    private static async Task AssertCompleteAsync(RunningPlatform platform, string path, JsonNode done, IReadOnlyList<JsonNode?> saved)
    {
        Assert.Equal(Steps, (int)done["step"]!);
        var points = await TrainingPointsAsync(platform, path);
        Assert.Equal(Enumerable.Range(1, Steps), points.Select(m => (int)m!["step"]!));
        Assert.NotEmpty(saved);
        Assert.All(saved.Zip(points), pair => Assert.True(JsonNode.DeepEquals(pair.First, pair.Second), $"step {pair.First!["step"]} was trained again"));
    }
}
