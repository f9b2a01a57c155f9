using System.IO.Compression;
using System.Net.Http.Headers;

namespace XttsSaas.Web.Tests.Datasets;

public sealed class DatasetTests(PlatformFixture platform)
{
    [Fact]
    public async Task Upload_WithTranscripts_MatchesThemByName()
    {
        var customer = await platform.SignUpAsync();
        var dataset = await customer.MakeDatasetAsync();
        var details = await customer.UploadAsync(
            $"/v1/datasets/{dataset}/sources",
            ApiClient.File("metadata.csv", "take1|One.\ntake2.wav|Two.\n"),
            ApiClient.File("take1.wav", TestWav.Tone(1)),
            ApiClient.File("take2.wav", TestWav.Tone(2)),
            ApiClient.File("take3.wav", TestWav.Tone(1)));
        var sources = details.GetProperty("sources").EnumerateArray().ToArray();
        Assert.Equal([("take1.wav", true), ("take2.wav", true), ("take3.wav", false)], sources.Select(s => (s.GetProperty("fileName").GetString()!, s.GetProperty("hasTranscript").GetBoolean())));
        Assert.Equal(2, sources[1].GetProperty("seconds").GetDouble(), 0.01);

        var attached = await customer.PostAsync($"/v1/datasets/{dataset}/transcripts", new { transcripts = new Dictionary<string, string> { ["take3.wav"] = "Three." } });
        Assert.All(attached.GetProperty("sources").EnumerateArray(), s => Assert.True(s.GetProperty("hasTranscript").GetBoolean()));
    }

    [Fact]
    public async Task Transcripts_ForAMissingFile_AreRefused()
    {
        var customer = await platform.SignUpAsync();
        var dataset = await customer.MakeDatasetAsync();
        var problem = await Problem.OfAsync(await customer.Http.PostAsJsonAsync(
            $"/v1/datasets/{dataset}/transcripts", new { transcripts = new Dictionary<string, string> { ["ghost.wav"] = "Boo." } }));
        Assert.Equal((422, "transcript_file_missing"), (problem.Status, problem.Code));
    }

    [Fact]
    public async Task Pipeline_ProcessEditBuild_EndsInAnArchive()
    {
        var customer = await platform.SignUpAsync();
        var dataset = await customer.MakeBuiltDatasetAsync(platform);
        var details = await customer.GetAsync($"/v1/datasets/{dataset}");
        Assert.Equal("built", details.GetProperty("state").GetString());

        var segment = (await customer.GetAsync($"/v1/datasets/{dataset}/segments")).GetProperty("data")[0].GetProperty("id").GetString();
        using var edited = await customer.Http.PatchAsJsonAsync($"/v1/datasets/{dataset}/segments/{segment}", new { text = "Corrected.", verdict = "rejected" });
        var body = JsonElement.Parse(await edited.Content.ReadAsStringAsync());
        Assert.Equal(("Corrected.", "rejected"), (body.GetProperty("text").GetString(), body.GetProperty("verdict").GetString()));

        using var archive = new ZipArchive(await customer.Http.GetStreamAsync($"/v1/datasets/{dataset}/builds/1/archive"));
        Assert.Equal(["metadata.csv", "wavs/0001.wav"], archive.Entries.Select(entry => entry.FullName));
    }

    [Fact]
    public async Task SegmentAudio_WithRange_SendsThatPart()
    {
        var customer = await platform.SignUpAsync();
        var dataset = await customer.MakeBuiltDatasetAsync(platform);
        var segment = (await customer.GetAsync($"/v1/datasets/{dataset}/segments")).GetProperty("data")[0].GetProperty("id").GetString();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/datasets/{dataset}/segments/{segment}/audio");
        request.Headers.Range = new RangeHeaderValue(0, 3);
        using var answer = await customer.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("RIFF", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task SourceAudio_IsWhatWasUploaded()
    {
        var customer = await platform.SignUpAsync();
        var dataset = await customer.MakeDatasetAsync();
        var wav = TestWav.Tone(1);
        var details = await customer.UploadAsync($"/v1/datasets/{dataset}/sources", ApiClient.File("take1.wav", wav));
        var source = details.GetProperty("sources")[0].GetProperty("id").GetString();
        using var answer = await customer.Http.GetAsync($"/v1/datasets/{dataset}/sources/{source}/audio");
        Assert.Equal("audio/wav", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(wav, await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Process_WithImpossibleLengths_SaysWhy()
    {
        var customer = await platform.SignUpAsync();
        var dataset = await customer.MakeDatasetAsync();
        await customer.UploadAsync($"/v1/datasets/{dataset}/sources", ApiClient.File("take1.wav", TestWav.Tone(1)));
        var problem = await Problem.OfAsync(await customer.Http.PostAsJsonAsync($"/v1/datasets/{dataset}/process", new { minSeconds = 9, maxSeconds = 2 }));
        Assert.Equal((400, "invalid_request"), (problem.Status, problem.Code));
        Assert.NotNull(problem.Field);
    }

    [Fact]
    public async Task Dataset_Deleted_IsGone()
    {
        var customer = await platform.SignUpAsync();
        var dataset = await customer.MakeBuiltDatasetAsync(platform);
        using var deleted = await customer.Http.DeleteAsync($"/v1/datasets/{dataset}");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal(404, (await Problem.OfAsync(await customer.Http.GetAsync($"/v1/datasets/{dataset}"))).Status);
    }
}
