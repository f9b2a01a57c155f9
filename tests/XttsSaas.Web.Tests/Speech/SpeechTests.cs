using XttsSaas.Abstractions.Quotas;

namespace XttsSaas.Web.Tests.Speech;

public sealed class SpeechTests(PlatformFixture platform)
{
    [Fact]
    public async Task Speech_Delivered_IsBilledOnceAtItsLength()
    {
        const string text = "Hello there, world.";
        var customer = await platform.SignUpAsync();
        var voice = await customer.MakeSpeakableVoiceAsync();
        using var answer = await customer.Http.PostAsJsonAsync("/v1/speech", new { voice, text, seed = 7 });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("audio/wav", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal([$"{text.Length}"], answer.Headers.GetValues("X-Characters"));
        Assert.Equal(["7"], answer.Headers.GetValues("X-Seed"));
        var wav = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(24_000u, BitConverter.ToUInt32(wav, 24));
        Assert.Equal(44 + text.Length * ScriptedSpeechEngine.SamplesPerCharacter * 2, wav.Length);

        var usage = await customer.GetAsync("/v1/usage");
        Assert.Equal(text.Length, usage.GetProperty("period").GetProperty("charactersUsed").GetInt64());
        Assert.Equal(0, usage.GetProperty("period").GetProperty("charactersReserved").GetInt64());
        Assert.Equal(text.Length, Assert.Single(usage.GetProperty("days").EnumerateArray()).GetProperty("quantity").GetInt64());
        var line = Assert.Single((await customer.GetAsync("/v1/usage/events")).GetProperty("data").EnumerateArray());
        Assert.Equal(("speech_characters", voice), (line.GetProperty("kind").GetString(), line.GetProperty("voice").GetString()));
    }

    [Fact]
    public async Task Speech_Failed_BillsNothingAndReservesNothing()
    {
        var customer = await platform.SignUpAsync();
        var voice = await customer.MakeSpeakableVoiceAsync();
        using var answer = await customer.Http.PostAsJsonAsync("/v1/speech", new { voice, text = ScriptedSpeechEngine.FailingText });
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        await AssertUntouchedAsync(customer);
    }

    [Fact]
    public async Task Speech_ClientGone_BillsNothingAndFreesTheSlot()
    {
        var customer = await platform.SignUpAsync();
        var voice = await customer.MakeSpeakableVoiceAsync();
        using var leave = new CancellationTokenSource();
        var speaking = customer.Http.PostAsJsonAsync("/v1/speech", new { voice, text = ScriptedSpeechEngine.EndlessText }, leave.Token);
        await platform.Engine.EndlessBegan;
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => speaking);
        await platform.Engine.EndlessAbandoned;
        // The release follows the engine's end; another request of the same tenant is answered after it or shows it.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await SnapshotAsync(customer)).ActiveRequests > 0)
            limit.Token.ThrowIfCancellationRequested();
        await AssertUntouchedAsync(customer);
    }

    [Fact]
    public async Task Text_Of100000Characters_IsRefusedAndNothingIsReserved()
    {
        var customer = await platform.SignUpAsync();
        var voice = await customer.MakeSpeakableVoiceAsync();
        var problem = await Problem.OfAsync(await customer.Http.PostAsJsonAsync("/v1/speech", new { voice, text = new string('a', 100_000) }));
        Assert.Equal((422, "text_too_long", "text"), (problem.Status, problem.Code, problem.Field));
        Assert.Contains("100000", problem.Detail);
        await AssertUntouchedAsync(customer);
    }

    [Fact]
    public async Task Text_OverTheQuota_IsRefused()
    {
        var customer = await platform.SignUpAsync();
        var voice = await customer.MakeSpeakableVoiceAsync();
        var page = new string('a', 9_000);
        using var first = await customer.Http.PostAsJsonAsync("/v1/speech", new { voice, text = page });
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        var problem = await Problem.OfAsync(await customer.Http.PostAsJsonAsync("/v1/speech", new { voice, text = page }));
        Assert.Equal((402, "quota_exceeded"), (problem.Status, problem.Code));
    }

    [Theory]
    [InlineData("text", "", 422, "text_empty")]
    [InlineData("text", "?!", 422, "text_empty")]
    [InlineData("language", "xx", 422, "language_not_supported")]
    [InlineData("temperature", 9.0, 400, "invalid_request")]
    [InlineData("topK", 0, 400, "invalid_request")]
    [InlineData("topP", 2.0, 400, "invalid_request")]
    [InlineData("repetitionPenalty", 0.1, 400, "invalid_request")]
    [InlineData("speed", 9.0, 400, "invalid_request")]
    [InlineData("voice", "nobody", 400, "invalid_request")]
    public async Task Setting_Bad_IsNamed(string field, object value, int status, string code)
    {
        var customer = await platform.SignUpAsync();
        var body = new Dictionary<string, object> { ["voice"] = await customer.MakeSpeakableVoiceAsync(), ["text"] = "Hello.", [field] = value };
        var problem = await Problem.OfAsync(await customer.Http.PostAsJsonAsync("/v1/speech", body));
        Assert.Equal((status, code, field), (problem.Status, problem.Code, problem.Field));
    }

    [Fact]
    public async Task Voice_WithoutReference_IsNotReady()
    {
        var customer = await platform.SignUpAsync();
        var voice = await customer.MakeVoiceAsync();
        var problem = await Problem.OfAsync(await customer.Http.PostAsJsonAsync("/v1/speech", new { voice, text = "Hello." }));
        Assert.Equal((409, "voice_not_ready"), (problem.Status, problem.Code));
    }

    private async Task<QuotaSnapshot> SnapshotAsync(ApiClient customer) =>
        await platform.Grains.GetGrain<IQuotaGrain>(GrainKeys.Of(customer.Tenant)).GetAsync();

    private async Task AssertUntouchedAsync(ApiClient customer)
    {
        var snapshot = await SnapshotAsync(customer);
        Assert.Equal((0L, 0L, 0), (snapshot.CharactersUsed, snapshot.CharactersReserved, snapshot.ActiveRequests));
        Assert.Empty((await customer.GetAsync("/v1/usage/events")).GetProperty("data").EnumerateArray());
    }
}
