namespace XttsSaas.Web.Tests.Voices;

public sealed class VoiceTests(PlatformFixture platform)
{
    [Fact]
    public async Task Voice_WithConsentAndReference_IsSpeakable()
    {
        var customer = await platform.SignUpAsync();
        var voice = await customer.MakeSpeakableVoiceAsync();
        var details = await customer.GetAsync($"/v1/voices/{voice}");
        Assert.True(details.GetProperty("speakable").GetBoolean());
        Assert.Equal("Ada Byron", details.GetProperty("consent").GetProperty("speakerName").GetString());
        var reference = details.GetProperty("references")[0];
        Assert.Equal(2, reference.GetProperty("seconds").GetDouble(), 0.05);

        var wav = await customer.Http.GetByteArrayAsync($"/v1/voices/{voice}/references/{reference.GetProperty("id").GetString()}/audio");
        Assert.Equal(22_050u, BitConverter.ToUInt32(wav, 24));
        Assert.Equal(1, BitConverter.ToUInt16(wav, 22));
    }

    [Fact]
    public async Task Consent_TakenBack_StopsSpeech()
    {
        var customer = await platform.SignUpAsync();
        var voice = await customer.MakeSpeakableVoiceAsync();
        using var revoked = await customer.Http.DeleteAsync($"/v1/voices/{voice}/consent");
        Assert.Equal(HttpStatusCode.OK, revoked.StatusCode);
        var problem = await Problem.OfAsync(await customer.Http.PostAsJsonAsync("/v1/speech", new { voice, text = "Hello." }));
        Assert.Equal((409, "consent_missing"), (problem.Status, problem.Code));

        using var recorded = await customer.Http.PutAsJsonAsync($"/v1/voices/{voice}/consent", Customer.Consent);
        Assert.Equal(HttpStatusCode.OK, recorded.StatusCode);
        using var spoken = await customer.Http.PostAsJsonAsync("/v1/speech", new { voice, text = "Hello." });
        Assert.Equal(HttpStatusCode.OK, spoken.StatusCode);
    }

    [Fact]
    public async Task Voice_Renamed_KeepsEverythingElse()
    {
        var customer = await platform.SignUpAsync();
        var voice = await customer.MakeVoiceAsync("Ada");
        using var renamed = await customer.Http.PatchAsJsonAsync($"/v1/voices/{voice}", new { name = "Countess" });
        Assert.Equal(HttpStatusCode.OK, renamed.StatusCode);
        var details = await customer.GetAsync($"/v1/voices/{voice}");
        Assert.Equal("Countess", details.GetProperty("name").GetString());
        Assert.Equal("xtts-mini", details.GetProperty("baseModel").GetString());
    }

    [Fact]
    public async Task Version_Unknown_CannotSpeak()
    {
        var customer = await platform.SignUpAsync();
        var voice = await customer.MakeVoiceAsync();
        var problem = await Problem.OfAsync(await customer.Http.PostAsJsonAsync($"/v1/voices/{voice}/versions/7/activate", new { }));
        Assert.InRange(problem.Status, 400, 409);
    }

    [Theory]
    [InlineData("", "en", "name")]
    [InlineData("Ada", "xx", "language")]
    public async Task Voice_BadInput_NamesTheField(string name, string language, string field)
    {
        var customer = await platform.SignUpAsync();
        var problem = await Problem.OfAsync(await customer.Http.PostAsJsonAsync("/v1/voices", new { name, language }));
        Assert.InRange(problem.Status, 400, 422);
        Assert.Equal(field, problem.Field);
    }

    [Fact]
    public async Task Voice_Deleted_IsGone()
    {
        var customer = await platform.SignUpAsync();
        var voice = await customer.MakeVoiceAsync();
        using var deleted = await customer.Http.DeleteAsync($"/v1/voices/{voice}");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal(404, (await Problem.OfAsync(await customer.Http.GetAsync($"/v1/voices/{voice}"))).Status);
    }
}
