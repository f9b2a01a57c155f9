using System.Diagnostics;
using System.Text.Json.Nodes;

namespace XttsSaas.Cli.Demo;

/// <summary>
/// The main job, stage by stage, through the public API only. The first speaker's voice is fine-tuned, the second's is
/// cloned without training; both have a dataset.
/// </summary>
internal sealed class DemoJob(DemoClient api, DemoAccount account, DemoProgress progress, DirectoryInfo outFolder, DirectoryInfo recordings)
{
    private const int TrainingSteps = 40;
    private const double TargetSeconds = 4;
    private const string Consent = "I agree that my recordings are used to make this voice. (A synthetic speaker of the demo.)";
    private static readonly string[] Hopeless = ["failed", "cancelled"];
    private readonly DemoSummary _summary = new();

    public async Task<DemoSummary> RunAsync(CancellationToken cancellationToken)
    {
        var studio = new RecordingStudio(recordings);
        var half = DemoSentences.ToRead.Count / 3 * 2;
        var takes = await StageAsync("record", _ => Task.WhenAll(
            studio.RecordAsync(DemoSpeaker.First, DemoSentences.ToRead.Take(half).ToList(), cancellationToken),
            studio.RecordAsync(DemoSpeaker.Second, DemoSentences.ToRead.Skip(half).ToList(), cancellationToken)));
        await StageAsync("sign up", _ => SignUpAsync(cancellationToken));

        var first = await StageAsync("upload", async _ =>
            (Trained: await UploadAsync(DemoSpeaker.First, takes[0], cancellationToken), Cloned: await UploadAsync(DemoSpeaker.Second, takes[1], cancellationToken)));
        await StageAsync("segment", stage => ProcessAsync([first.Trained, first.Cloned], stage, cancellationToken));
        await StageAsync("dataset", stage => BuildAsync(first.Trained, stage, cancellationToken));

        var trained = await CreateVoiceAsync(DemoSpeaker.First, takes[0][0], cancellationToken);
        var cloned = await CreateVoiceAsync(DemoSpeaker.Second, takes[1][0], cancellationToken);
        await StageAsync("fine-tune", stage => TrainAsync(trained, first.Trained, stage, cancellationToken));
        await StageAsync("synthesize", stage => SpeakAsync([trained, trained, cloned], stage, cancellationToken));
        await StageAsync("usage", _ => ReadUsageAsync(cancellationToken));
        return _summary;
    }

    private async Task SignUpAsync(CancellationToken cancellationToken)
    {
        var signedUp = await api.PostAsync("/v1/signup", new { email = account.Email, password = account.Password, organization = "Demo Studio" }, cancellationToken);
        api.Authenticate(Text(signedUp, "accessToken"));
        _summary.Tenant = Text(signedUp, "tenant");
        var key = await api.PostAsync("/v1/keys", new { name = "demo" }, cancellationToken);
        api.Authenticate(Text(key, "secret"));
    }

    private async Task<string> UploadAsync(DemoSpeaker speaker, IReadOnlyList<Recording> takes, CancellationToken cancellationToken)
    {
        var dataset = Text(await api.PostAsync("/v1/datasets", new { name = $"{speaker.Name}'s recordings", language = "en" }, cancellationToken), "id");
        var files = new List<string>();
        foreach (var take in takes)
        {
            var transcript = Path.ChangeExtension(take.Path, ".txt");
            await File.WriteAllTextAsync(transcript, take.Transcript, cancellationToken);
            files.AddRange([take.Path, transcript]);
        }
        await api.UploadAsync($"/v1/datasets/{dataset}/sources", files, cancellationToken);
        _summary.Files += takes.Count;
        return dataset;
    }

    private async Task ProcessAsync(IReadOnlyList<string> datasets, DemoProgress.Stage stage, CancellationToken cancellationToken)
    {
        foreach (var dataset in datasets)
            await api.PostAsync($"/v1/datasets/{dataset}/process", new { targetSeconds = TargetSeconds }, cancellationToken);
        foreach (var dataset in datasets)
        {
            var done = await WaitAsync($"/v1/datasets/{dataset}", "ready", stage, cancellationToken);
            _summary.Segments += (int)Number(done, "acceptedSegments");
            _summary.Hours += Number(done, "acceptedSeconds") / 3600;
        }
    }

    private async Task BuildAsync(string dataset, DemoProgress.Stage stage, CancellationToken cancellationToken)
    {
        await api.PostAsync($"/v1/datasets/{dataset}/builds", new { seed = 1 }, cancellationToken);
        await WaitAsync($"/v1/datasets/{dataset}", "built", stage, cancellationToken);
    }

    private async Task<string> CreateVoiceAsync(DemoSpeaker speaker, Recording reference, CancellationToken cancellationToken)
    {
        var voice = Text(await api.PostAsync("/v1/voices", new
        {
            name = speaker.Name,
            language = "en",
            consent = new { speakerName = speaker.Name, statement = Consent },
        }, cancellationToken), "id");
        await api.UploadAsync($"/v1/voices/{voice}/references", [reference.Path], cancellationToken);
        return voice;
    }

    private async Task TrainAsync(string voice, string dataset, DemoProgress.Stage stage, CancellationToken cancellationToken)
    {
        var session = Text(await api.PostAsync("/v1/training-sessions", new
        {
            name = "demo",
            voice,
            dataset,
            mode = "lora",
            steps = TrainingSteps,
            validateEvery = TrainingSteps / 2,
            checkpointEvery = TrainingSteps / 2,
        }, cancellationToken), "id");
        var done = await WaitAsync($"/v1/training-sessions/{session}", "completed", stage, cancellationToken);
        _summary.Steps = (int)Number(done, "step");
        _summary.FirstTrainLoss = Number(done, "firstTrainLoss");
        _summary.LastTrainLoss = Number(done, "lastTrainLoss");
        _summary.FirstValLoss = Number(done, "firstValidationLoss");
        _summary.LastValLoss = Number(done, "lastValidationLoss");
        _summary.CheckpointSha256 = Text(done["result"]!, "checkpointSha256");
    }

    private async Task SpeakAsync(IReadOnlyList<string> voices, DemoProgress.Stage stage, CancellationToken cancellationToken)
    {
        for (var i = 0; i < DemoSentences.ToSpeak.Count; i++)
        {
            stage.Report(i, DemoSentences.ToSpeak.Count, null);
            var text = DemoSentences.ToSpeak[i];
            var wav = await api.SpeakAsync(new { voice = voices[i], text, language = "en", seed = i + 1 }, cancellationToken);
            var probe = WavProbe.Read(wav);
            var path = Path.Combine(outFolder.FullName, $"speech-{i + 1}.wav");
            await File.WriteAllBytesAsync(path, wav, cancellationToken);
            _summary.Wavs.Add(path);
            _summary.AudioSeconds += probe.Seconds;
            _summary.CharactersSent += text.Length;
        }
    }

    private async Task ReadUsageAsync(CancellationToken cancellationToken)
    {
        var usage = await api.GetAsync("/v1/usage", cancellationToken);
        _summary.CharactersBilled = (long)Number(usage["period"]!, "charactersUsed");
    }

    /// <summary>Polls a resource until its state is the wanted one; a state that cannot get there ends the demo.</summary>
    private async Task<JsonNode> WaitAsync(string path, string wanted, DemoProgress.Stage stage, CancellationToken cancellationToken)
    {
        while (true)
        {
            var resource = await api.GetAsync(path, cancellationToken);
            var state = Text(resource, "state");
            if (state == wanted)
                return resource;
            if (Hopeless.Contains(state))
                throw new DemoException($"{path} is {state}: {resource["failure"]?["detail"] ?? resource["failure"]}");
            ReportProgress(resource, stage);
            await Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken);
        }
    }

    private static void ReportProgress(JsonNode resource, DemoProgress.Stage stage)
    {
        if (resource["progress"] is { } job)
            stage.Report((int)Number(job, "done"), (int)Number(job, "total"), (double?)job["secondsLeft"]);
        else if (resource["totalSteps"] is not null)
            stage.Report((int)Number(resource, "step"), (int)Number(resource, "totalSteps"), (double?)resource["secondsLeft"]);
    }

    private async Task<T> StageAsync<T>(string name, Func<DemoProgress.Stage, Task<T>> work)
    {
        var started = Stopwatch.GetTimestamp();
        var stage = progress.Begin(name);
        var result = await work(stage);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        stage.End(seconds);
        _summary.Stages[name] = Math.Round(seconds, 2);
        return result;
    }

    private Task StageAsync(string name, Func<DemoProgress.Stage, Task> work) => StageAsync(name, async stage =>
    {
        await work(stage);
        return true;
    });

    private static string Text(JsonNode node, string field) =>
        (string?)node[field] ?? throw new DemoException($"The answer has no '{field}'.");

    private static double Number(JsonNode node, string field) =>
        (double?)node[field] ?? throw new DemoException($"The answer has no '{field}'.");
}
