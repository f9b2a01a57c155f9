using XttsSaas.Isolation.Routes;
using XttsSaas.Web.Tests.Hosting;

namespace XttsSaas.Isolation;

/// <summary>Bodies that would succeed on an own resource, so that only ownership can be what refuses them.</summary>
public static class Bodies
{
    public static HttpContent? For(Route route) => route.Method switch
    {
        "GET" or "HEAD" or "DELETE" => null,
        _ => route.EndpointName switch
        {
            "AddSources" or "AddVoiceReferences" => ApiClient.Multipart(ApiClient.File("foreign.wav", TestWav.Tone(2))),
            "RenameVoice" => JsonContent.Create(new { name = "Taken over" }),
            "RecordConsent" => JsonContent.Create(Customer.Consent),
            "EditSegment" => JsonContent.Create(new { text = "Taken over", verdict = "rejected" }),
            "AttachTranscripts" => JsonContent.Create(new { transcripts = new Dictionary<string, string> { ["take1.wav"] = "Taken over" } }),
            "SuspendTenant" => JsonContent.Create(new { reason = "Taken over" }),
            _ => JsonContent.Create(new { }),
        },
    };
}
