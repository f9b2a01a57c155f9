namespace XttsSaas.Web.Tests.Hosting;

/// <summary>Brings a customer's resources to the state that a test starts from, through the API.</summary>
public static class Customer
{
    public static readonly object Consent = new { speakerName = "Ada Byron", statement = "I allow Acme to clone my voice." };

    public static async Task<string> MakeVoiceAsync(this ApiClient client, string name = "Ada")
    {
        var voice = await client.PostAsync("/v1/voices", new { name, language = "en", consent = Consent });
        return voice.GetProperty("id").GetString()!;
    }

    /// <summary>A voice that may speak: consent and one reference clip.</summary>
    public static async Task<string> MakeSpeakableVoiceAsync(this ApiClient client)
    {
        var voice = await client.MakeVoiceAsync();
        await client.UploadAsync($"/v1/voices/{voice}/references", ApiClient.File("reference.wav", TestWav.Tone(2)));
        return voice;
    }

    public static async Task<string> MakeDatasetAsync(this ApiClient client)
    {
        var dataset = await client.PostAsync("/v1/datasets", new { name = "Recordings", language = "en" });
        return dataset.GetProperty("id").GetString()!;
    }

    /// <summary>A dataset with one recording, cut and built.</summary>
    public static async Task<string> MakeBuiltDatasetAsync(this ApiClient client, PlatformFixture platform)
    {
        var dataset = await client.MakeDatasetAsync();
        await client.UploadAsync($"/v1/datasets/{dataset}/sources", ApiClient.File("take1.wav", TestWav.Tone(4)), ApiClient.File("take1.txt", "Hello there."));
        await client.PostAsync($"/v1/datasets/{dataset}/process");
        await platform.Steps.EndOf(DatasetId.Parse(dataset, null), 1);
        await client.PostAsync($"/v1/datasets/{dataset}/builds");
        await platform.Steps.EndOf(DatasetId.Parse(dataset, null), 2);
        return dataset;
    }

    public static async Task<string> MakeSessionAsync(this ApiClient client, PlatformFixture platform)
    {
        var voice = await client.MakeSpeakableVoiceAsync();
        var dataset = await client.MakeBuiltDatasetAsync(platform);
        var session = await client.PostAsync("/v1/training-sessions", new { name = "First run", voice, dataset, steps = 20 });
        return session.GetProperty("id").GetString()!;
    }
}
