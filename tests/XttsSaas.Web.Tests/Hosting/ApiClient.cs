using System.Net.Http.Headers;
using System.Text;

namespace XttsSaas.Web.Tests.Hosting;

/// <summary>A caller of the API.</summary>
public sealed class ApiClient(HttpClient http)
{
    public HttpClient Http { get; } = http;

    public TenantId Tenant { get; set; }

    public void Use(string credential) => Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", credential);

    /// <summary>The JSON of a successful answer.</summary>
    public Task<JsonElement> GetAsync(string address) => ReadAsync(Http.GetAsync(address));

    public Task<JsonElement> PostAsync(string address, object? body = null) => ReadAsync(Http.PostAsJsonAsync(address, body ?? new { }));

    public Task<JsonElement> UploadAsync(string address, params HttpContent[] parts) => ReadAsync(Http.PostAsync(address, Multipart(parts)));

    /// <summary>A part with a file name.</summary>
    public static HttpContent File(string name, byte[] content)
    {
        var part = new ByteArrayContent(content);
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileName = $"\"{name}\"" };
        return part;
    }

    public static HttpContent File(string name, string content) => File(name, Encoding.UTF8.GetBytes(content));

    public static HttpContent Field(string name, string content)
    {
        var part = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = name };
        return part;
    }

    public static MultipartFormDataContent Multipart(params HttpContent[] parts)
    {
        var form = new MultipartFormDataContent();
        foreach (var part in parts)
            form.Add(part);
        return form;
    }

    private static async Task<JsonElement> ReadAsync(Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri}: {text}");
        return text.Length == 0 ? default : JsonElement.Parse(text);
    }
}
