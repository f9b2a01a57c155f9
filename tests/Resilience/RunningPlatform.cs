using System.Text.Json.Nodes;
using XttsSaas.Cli.Demo;
using XttsSaas.Cli.Hosting;

namespace Resilience;

/// <summary>A platform of its own with one customer, and a training session on real recordings.</summary>
internal sealed class RunningPlatform : IAsyncDisposable
{
    private const int CheckpointEvery = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(250);
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("xtts-resilience-");
    private readonly CancellationTokenSource _deadline = new(Patience);
    private PlatformProcess _process;
    private HttpClient _http;
    private string _key = string.Empty;

    private RunningPlatform()
    {
        _process = PlatformProcess.Start(_data.FullName, 0);
        _http = new HttpClient { BaseAddress = _process.Address };
        Api = new DemoClient(_http);
    }

    public DemoClient Api { get; private set; }

    public string DataFolder => _data.FullName;

    public CancellationToken Deadline => _deadline.Token;

    public static async Task<RunningPlatform> StartAsync()
    {
        var platform = new RunningPlatform();
        await platform._process.WaitUntilReadyAsync(platform._http, platform.Deadline);
        var account = await platform.Api.PostAsync("/v1/signup", new { email = "owner@example.com", password = $"Owner-{Guid.NewGuid():N}", organization = "Resilience" }, platform.Deadline);
        platform.Api.Authenticate((string)account["accessToken"]!);
        var key = await platform.Api.PostAsync("/v1/keys", new { name = "test" }, platform.Deadline);
        platform._key = (string)key["secret"]!;
        platform.Api.Authenticate(platform._key);
        return platform;
    }

    /// <summary>Ends the platform as a power cut would, without a word.</summary>
    public async Task KillAsync()
    {
        WorkerProcesses.Kill(_process.ProcessId);
        await _process.DisposeAsync();
    }

    /// <summary>Starts the platform again on the same data.</summary>
    public async Task RestartAsync()
    {
        _http.Dispose();
        _process = PlatformProcess.Start(_data.FullName, 0);
        _http = new HttpClient { BaseAddress = _process.Address };
        Api = new DemoClient(_http);
        Api.Authenticate(_key);
        await _process.WaitUntilReadyAsync(_http, Deadline);
    }

    /// <summary>Makes a built dataset and a voice; returns their ids.</summary>
    public async Task<(string Dataset, string Voice)> MakeDatasetAsync()
    {
        var takes = await new RecordingStudio(_data.CreateSubdirectory("recordings")).RecordAsync(DemoSpeaker.First, DemoSentences.ToRead.Take(9).ToList(), Deadline);
        var transcript = Path.ChangeExtension(takes[0].Path, ".txt");
        await File.WriteAllTextAsync(transcript, takes[0].Transcript, Deadline);
        var dataset = (string)(await Api.PostAsync("/v1/datasets", new { name = "recordings", language = "en" }, Deadline))["id"]!;
        await Api.UploadAsync($"/v1/datasets/{dataset}/sources", [takes[0].Path, transcript], Deadline);
        await Api.PostAsync($"/v1/datasets/{dataset}/process", new { }, Deadline);
        await WaitAsync($"/v1/datasets/{dataset}", d => (string?)d["state"] == "ready");
        await Api.PostAsync($"/v1/datasets/{dataset}/builds", new { seed = 1 }, Deadline);
        await WaitAsync($"/v1/datasets/{dataset}", d => (string?)d["state"] == "built");
        var voice = (string)(await Api.PostAsync("/v1/voices", new { name = "Nora", language = "en", consent = new { speakerName = "Nora", statement = "I agree that my recordings are used for this." } }, Deadline))["id"]!;
        await Api.UploadAsync($"/v1/voices/{voice}/references", [takes[0].Path], Deadline);
        return (dataset, voice);
    }

    /// <summary>Queues a session with a checkpoint every five steps.</summary>
    public async Task<string> TrainAsync(string dataset, string voice, int steps) => (string)(await Api.PostAsync("/v1/training-sessions", new
    {
        name = "run",
        voice,
        dataset,
        steps,
        batchSize = 2,
        checkpointEvery = CheckpointEvery,
        validateEvery = steps,
    }, Deadline))["id"]!;

    /// <summary>Waits until a resource is as wanted and returns it; a failed one ends the test.</summary>
    public async Task<JsonNode> WaitAsync(string path, Func<JsonNode, bool> wanted)
    {
        while (true)
        {
            var resource = await Api.GetAsync(path, Deadline);
            if (wanted(resource))
                return resource;
            Assert.NotEqual("failed", (string?)resource["state"]);
            await Task.Delay(PollEvery, Deadline);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _http.Dispose();
        _deadline.Dispose();
        _data.Delete(recursive: true);
    }
}
