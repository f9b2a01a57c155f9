using Microsoft.AspNetCore.Http.HttpResults;
using XttsSaas.Web.Identity;

namespace XttsSaas.Web.Voices;

/// <summary>/v1/voices/{voice}/consent: no consent, no speech.</summary>
public static class ConsentEndpoints
{
    public static void MapConsent(this IEndpointRouteBuilder voices)
    {
        voices.MapPut($"{VoiceEndpoints.One}/consent", RecordAsync).WithName("RecordConsent").WithSummary("Record the speaker's consent.");
        voices.MapDelete($"{VoiceEndpoints.One}/consent", RevokeAsync).WithName("RevokeConsent").WithSummary("Take consent back; speech stops with the next request.");
    }

    private static async Task<Results<Ok<VoiceResponse>, ProblemResult>> RecordAsync(
        VoiceId voice, ConsentRequest body, CurrentTenant tenant, TenantGrains grains, TimeProvider time)
    {
        var stated = body.ToStatement(tenant, time.GetUtcNow());
        return stated.Succeeded
            ? (await grains.Voice(voice).RecordConsentAsync(stated.Value)).ToOk(VoiceResponse.Of)
            : new ProblemResult(stated.Error);
    }

    private static async Task<Results<Ok<VoiceResponse>, ProblemResult>> RevokeAsync(VoiceId voice, TenantGrains grains) =>
        (await grains.Voice(voice).RevokeConsentAsync()).ToOk(VoiceResponse.Of);
}
