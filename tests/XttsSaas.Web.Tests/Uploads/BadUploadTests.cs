using System.Text;

namespace XttsSaas.Web.Tests.Uploads;

/// <summary>Each bad upload has its own code and words, and leaves no blob and no source behind.</summary>
public sealed class BadUploadTests(PlatformFixture platform)
{
    public static TheoryData<string, string, int> BadRecordings => new()
    {
        { "empty.wav", "audio_empty", 422 },
        { "text.wav", "audio_not_recognised", 422 },
        { "lying.wav", "audio_damaged", 422 },
        { "silent-header.wav", "audio_empty", 422 },
        { "noise.mp3", "audio_not_recognised", 422 },
    };

    [Theory]
    [MemberData(nameof(BadRecordings))]
    public async Task Source_Bad_IsRefusedAndNothingIsStored(string name, string code, int status)
    {
        var customer = await platform.SignUpAsync();
        var dataset = await customer.MakeDatasetAsync();
        using var answer = await customer.Http.PostAsync(
            $"/v1/datasets/{dataset}/sources",
            ApiClient.Multipart(ApiClient.File("good.wav", TestWav.Tone(1)), ApiClient.File(name, Content(name))));
        var problem = await Problem.OfAsync(answer);
        Assert.Equal((status, code, "file"), (problem.Status, problem.Code, problem.Field));
        Assert.Contains(name, problem.Detail);
        await AssertNothingStoredAsync(customer, dataset);
    }

    [Theory]
    [MemberData(nameof(BadRecordings))]
    public async Task Reference_Bad_IsRefusedAndNothingIsStored(string name, string code, int status)
    {
        var customer = await platform.SignUpAsync();
        var voice = await customer.MakeVoiceAsync();
        using var answer = await customer.Http.PostAsync($"/v1/voices/{voice}/references", ApiClient.Multipart(ApiClient.File(name, Content(name))));
        var problem = await Problem.OfAsync(answer);
        Assert.Equal((status, code), (problem.Status, problem.Code));
        Assert.Empty((await customer.GetAsync($"/v1/voices/{voice}")).GetProperty("references").EnumerateArray());
        Assert.Empty(Blobs(customer.Tenant));
    }

    [Fact]
    public async Task Transcript_NamingAMissingFile_IsRefusedAndNothingIsStored()
    {
        var customer = await platform.SignUpAsync();
        var dataset = await customer.MakeDatasetAsync();
        using var answer = await customer.Http.PostAsync(
            $"/v1/datasets/{dataset}/sources",
            ApiClient.Multipart(ApiClient.File("take1.wav", TestWav.Tone(1)), ApiClient.File("metadata.csv", "take1|Hello.\nghost|Who is there?\n")));
        var problem = await Problem.OfAsync(answer);
        Assert.Equal((422, "transcript_file_missing"), (problem.Status, problem.Code));
        Assert.Contains("ghost", problem.Detail);
        await AssertNothingStoredAsync(customer, dataset);
    }

    [Fact]
    public async Task Transcript_NotUtf8_IsRefused()
    {
        var customer = await platform.SignUpAsync();
        var dataset = await customer.MakeDatasetAsync();
        using var answer = await customer.Http.PostAsync(
            $"/v1/datasets/{dataset}/sources",
            ApiClient.Multipart(ApiClient.File("take1.wav", TestWav.Tone(1)), ApiClient.File("take1.txt", [0xFF, 0xFE, 0x41])));
        var problem = await Problem.OfAsync(answer);
        Assert.Equal((422, "transcript_invalid"), (problem.Status, problem.Code));
        await AssertNothingStoredAsync(customer, dataset);
    }

    [Fact]
    public async Task Upload_OverTheRequestLimit_IsRefusedAndNothingIsStored()
    {
        var customer = await platform.SignUpAsync();
        var dataset = await customer.MakeDatasetAsync();
        customer.Http.DefaultRequestHeaders.ExpectContinue = true;
        using var answer = await customer.Http.PostAsync($"/v1/datasets/{dataset}/sources", ApiClient.Multipart(ApiClient.File("long.wav", new byte[9_000_000])));
        var problem = await Problem.OfAsync(answer);
        Assert.Equal((413, "file_too_large"), (problem.Status, problem.Code));
        await AssertNothingStoredAsync(customer, dataset);
    }

    [Fact]
    public async Task Upload_CutOff_IsRefusedAndNothingIsStored()
    {
        var customer = await platform.SignUpAsync();
        var dataset = await customer.MakeDatasetAsync();
        var body = new ByteArrayContent(Encoding.ASCII.GetBytes("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n\r\nRIFF"));
        body.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=edge");
        var problem = await Problem.OfAsync(await customer.Http.PostAsync($"/v1/datasets/{dataset}/sources", body));
        Assert.Equal(400, problem.Status);
        await AssertNothingStoredAsync(customer, dataset);
    }

    [Fact]
    public async Task Upload_WithoutFiles_IsRefused()
    {
        var customer = await platform.SignUpAsync();
        var dataset = await customer.MakeDatasetAsync();
        var form = new MultipartFormDataContent { { new StringContent("x"), "colour" } };
        var problem = await Problem.OfAsync(await customer.Http.PostAsync($"/v1/datasets/{dataset}/sources", form));
        Assert.Equal((400, "colour"), (problem.Status, problem.Field));
    }

    [Fact]
    public async Task Upload_SameNameTwice_IsAConflictAndTheFirstStays()
    {
        var customer = await platform.SignUpAsync();
        var dataset = await customer.MakeDatasetAsync();
        await customer.UploadAsync($"/v1/datasets/{dataset}/sources", ApiClient.File("take1.wav", TestWav.Tone(1)));
        using var answer = await customer.Http.PostAsync($"/v1/datasets/{dataset}/sources", ApiClient.Multipart(ApiClient.File("take1.wav", TestWav.Tone(2))));
        var problem = await Problem.OfAsync(answer);
        Assert.Equal((409, "conflict"), (problem.Status, problem.Code));
        Assert.Single((await customer.GetAsync($"/v1/datasets/{dataset}")).GetProperty("sources").EnumerateArray());
        Assert.Single(Blobs(customer.Tenant));
    }

    private static byte[] Content(string name) => name switch
    {
        "empty.wav" => [],
        "text.wav" => Encoding.UTF8.GetBytes("This is a letter and not a recording."),
        "lying.wav" => TestWav.LyingTone(1),
        "silent-header.wav" => TestWav.Tone(0),
        _ => Enumerable.Range(0, 4_000).Select(i => (byte)(i * 37 % 251)).ToArray(),
    };

    private async Task AssertNothingStoredAsync(ApiClient customer, string dataset)
    {
        Assert.Empty((await customer.GetAsync($"/v1/datasets/{dataset}")).GetProperty("sources").EnumerateArray());
        Assert.Empty(Blobs(customer.Tenant));
    }

    private IEnumerable<string> Blobs(TenantId tenant) =>
        Directory.EnumerateFiles(Path.Combine(platform.DataRoot, "blobs"), "*", SearchOption.AllDirectories).Where(path => path.Contains(tenant.Value, StringComparison.Ordinal));
}
