using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using XttsSaas.Web.Identity;

namespace XttsSaas.Web.Speech;

/// <summary>POST /v1/speech.</summary>
public static class SpeechEndpoints
{
    public const string CharactersHeader = "X-Characters";
    public const string SecondsHeader = "X-Audio-Seconds";
    public const string SeedHeader = "X-Seed";

    public static void MapSpeech(this IEndpointRouteBuilder app) =>
        app.MapPost("/v1/speech", SpeakAsync).WithTags("Speech").RequireAuthorization(Policies.Tenant)
            .WithName("CreateSpeech").WithSummary("Speak a text: a WAV file at 24,000 Hz.")
            .WithDescription("X-Characters says how many characters were billed, X-Audio-Seconds how long the speech is, X-Seed which seed repeats it.")
            .Produces<byte[]>(StatusCodes.Status200OK, "audio/wav");

    private static async Task<Results<FileContentHttpResult, ProblemResult>> SpeakAsync(
        SpeechRequest body, Speaker speaker, HttpContext context, CancellationToken cancellationToken)
    {
        var spoken = await speaker.RunAsync(body, RequestId.Parse(context.TraceIdentifier, null), cancellationToken);
        if (!spoken.Succeeded)
            return new ProblemResult(spoken.Error);
        var headers = context.Response.Headers;
        headers[CharactersHeader] = spoken.Value.Characters.ToString(CultureInfo.InvariantCulture);
        headers[SecondsHeader] = spoken.Value.Seconds.ToString("0.###", CultureInfo.InvariantCulture);
        headers[SeedHeader] = spoken.Value.Seed.ToString(CultureInfo.InvariantCulture);
        return TypedResults.Bytes(spoken.Value.Wav, "audio/wav");
    }
}
