using System.Net.ServerSentEvents;

namespace XttsSaas.Web.Tests.Hosting;

/// <summary>Reads Server-Sent Events as they come.</summary>
public sealed class EventStream : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpResponseMessage answer;
    private readonly IAsyncEnumerator<SseItem<string>> items;

    private EventStream(HttpResponseMessage answer, Stream body)
    {
        this.answer = answer;
        items = SseParser.Create(body).EnumerateAsync().GetAsyncEnumerator();
    }

    public static async Task<EventStream> OpenAsync(ApiClient client, string address, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        var answer = await client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        return new EventStream(answer, await answer.Content.ReadAsStreamAsync());
    }

    /// <summary>The next event of a kind; others before it are passed over.</summary>
    public async Task<(JsonElement Data, string? Id)> NextAsync(string kind)
    {
        while (await items.MoveNextAsync().AsTask().WaitAsync(Patience))
        {
            if (items.Current.EventType == kind)
                return (JsonElement.Parse(items.Current.Data), items.Current.EventId);
        }
        throw new InvalidOperationException($"The stream ended before an event of kind {kind}.");
    }

    public async Task<bool> IsOverAsync() => !await items.MoveNextAsync().AsTask().WaitAsync(Patience);

    public void Dispose() => answer.Dispose();
}
