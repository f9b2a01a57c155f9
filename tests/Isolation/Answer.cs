using System.Text.RegularExpressions;

namespace XttsSaas.Isolation;

/// <summary>What a caller can see of an answer, without what differs between any two: request ids, tokens, nonces.</summary>
public sealed partial record Answer(int Status, string? Type, string Body, string? Location)
{
    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var body = await response.Content.ReadAsStringAsync();
            return new Answer((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, Changing().Replace(body, "*"), response.Headers.Location?.ToString());
        }
    }

    [GeneratedRegex("req_[0-9a-z]{26}|CfDJ8[A-Za-z0-9_-]+|(?<=nonce=\")[0-9a-f]+")]
    private static partial Regex Changing();
}
