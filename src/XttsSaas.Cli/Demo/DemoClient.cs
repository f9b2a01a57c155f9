using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace XttsSaas.Cli.Demo;

/// <summary>The public API over HTTP, with nothing but what its documentation says.</summary>
internal sealed class DemoClient(HttpClient http)
{
    /// <summary>Sends this credential from now on: first an access token, then an API key.</summary>
    public void Authenticate(string credential) =>
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", credential);

    public Task<JsonNode> GetAsync(string path, CancellationToken cancellationToken) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, path), cancellationToken);

    public Task<JsonNode> PostAsync(string path, object? body, CancellationToken cancellationToken) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body) }, cancellationToken);

    /// <summary>Uploads files as multipart/form-data; each is streamed from disk.</summary>
    public async Task<JsonNode> UploadAsync(string path, IEnumerable<string> files, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent();
        foreach (var file in files)
            form.Add(new StreamContent(File.OpenRead(file)), "files", Path.GetFileName(file));
        return await SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = form }, cancellationToken);
    }

    /// <summary>Asks for speech and gives the WAV file's bytes.</summary>
    public async Task<byte[]> SpeakAsync(object body, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync("/v1/speech", body, cancellationToken);
        await EnsureSuccessAsync(answer, cancellationToken);
        return await answer.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    private async Task<JsonNode> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        using (var answer = await http.SendAsync(request, cancellationToken))
        {
            await EnsureSuccessAsync(answer, cancellationToken);
            var text = await answer.Content.ReadAsStringAsync(cancellationToken);
            return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
        }
    }

    private static async Task EnsureSuccessAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.IsSuccessStatusCode)
            return;
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        throw new DemoException($"{answer.RequestMessage?.Method} {answer.RequestMessage?.RequestUri?.PathAndQuery} answered {(int)answer.StatusCode}: {Detail(text)}");
    }

    private static string Detail(string text)
    {
        try
        {
            return JsonNode.Parse(text)?["detail"]?.GetValue<string>() ?? text;
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
