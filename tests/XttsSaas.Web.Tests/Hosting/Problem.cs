namespace XttsSaas.Web.Tests.Hosting;

/// <summary>An error answer, checked for what every one of them must have.</summary>
public sealed record Problem(int Status, string Code, string Detail, string? Field)
{
    public static async Task<Problem> OfAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.Content.Headers.ContentType?.MediaType == "application/problem+json", $"{(int)answer.StatusCode} {answer.Content.Headers.ContentType}: {text}");
        var body = JsonElement.Parse(text);
        Assert.Equal((int)answer.StatusCode, body.GetProperty("status").GetInt32());
        Assert.Equal(Assert.Single(answer.Headers.GetValues("X-Request-Id")), body.GetProperty("requestId").GetString());
        Assert.NotEmpty(body.GetProperty("title").GetString()!);
        Assert.NotEmpty(body.GetProperty("type").GetString()!);
        return new Problem(
            (int)answer.StatusCode,
            body.GetProperty("code").GetString()!,
            body.GetProperty("detail").GetString()!,
            body.TryGetProperty("field", out var field) ? field.GetString() : null);
    }
}
