using System.Net.ServerSentEvents;

namespace XttsSaas.Web.Tests.Hosting;

/// <summary>Reads Server-Sent Events as they come.</summary>
public sealed class EventStream : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpResponseMessage _answer;
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    private EventStream(HttpResponseMessage answer, Stream body)
    {
        _answer = answer;
        _items = SseParser.Create(body).EnumerateAsync().GetAsyncEnumerator();
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
        while (await _items.MoveNextAsync().AsTask().WaitAsync(Patience))
        {
            if (_items.Current.EventType == kind)
                return (JsonElement.Parse(_items.Current.Data), _items.Current.EventId);
        }
        throw new InvalidOperationException($"The stream ended before an event of kind {kind}.");
    }

    public async Task<bool> IsOverAsync() => !await _items.MoveNextAsync().AsTask().WaitAsync(Patience);

    public void Dispose() => _answer.Dispose();
}
