using XttsSaas.Web.Tests.Hosting;

namespace XttsSaas.Isolation;

/// <summary>Values of route parameters: a tenant's real ones, or well-formed ones that never were.</summary>
public sealed class Seeds
{
    /// <summary>Parameters that name no resource by themselves; the ids beside them do.</summary>
    private static readonly Dictionary<string, string> Plain = new() { ["number"] = "1", ["step"] = "1", ["code"] = "404", ["silo"] = "silo", ["device"] = "cpu-0" };

    private Seeds(Dictionary<string, string> values) => Values = values;

    public IReadOnlyDictionary<string, string> Values { get; }

    /// <summary>Whether a parameter names a tenant's resource.</summary>
    public static bool IsId(string parameter) => !Plain.ContainsKey(parameter);

    /// <summary>One of every kind of resource, made through the API.</summary>
    public static async Task<Seeds> MakeAsync(PlatformFixture platform, ApiClient owner)
    {
        var session = await owner.MakeSessionAsync(platform);
        var details = await owner.GetAsync($"/v1/training-sessions/{session}");
        var (voice, dataset) = (details.GetProperty("voice").GetString()!, details.GetProperty("dataset").GetString()!);
        var key = await owner.PostAsync("/v1/keys", new { name = "Seed" });
        return new Seeds(new(Plain)
        {
            ["session"] = session,
            ["voice"] = voice,
            ["dataset"] = dataset,
            ["reference"] = (await owner.GetAsync($"/v1/voices/{voice}")).GetProperty("references")[0].GetProperty("id").GetString()!,
            ["source"] = (await owner.GetAsync($"/v1/datasets/{dataset}")).GetProperty("sources")[0].GetProperty("id").GetString()!,
            ["segment"] = (await owner.GetAsync($"/v1/datasets/{dataset}/segments")).GetProperty("data")[0].GetProperty("id").GetString()!,
            ["key"] = key.GetProperty("id").GetString()!,
            ["tenant"] = owner.Tenant.Value,
        });
    }

    public static Seeds Unknown()
    {
        var now = TimeProvider.System.GetUtcNow();
        return new Seeds(new(Plain)
        {
            ["session"] = SessionId.New(now).Value,
            ["voice"] = VoiceId.New(now).Value,
            ["dataset"] = DatasetId.New(now).Value,
            ["reference"] = BlobId.New(now).Value,
            ["source"] = SourceId.New(now).Value,
            ["segment"] = SegmentId.New(now).Value,
            ["key"] = ApiKeyId.New(now).Value,
            ["tenant"] = TenantId.New(now).Value,
        });
    }

    /// <summary>These values, but with another's for one parameter: a foreign child below an own parent.</summary>
    public Seeds With(string parameter, Seeds other) => new(new(Values) { [parameter] = other.Values[parameter] });
}
