using System.Net.WebSockets;
using System.Text;

namespace XttsSaas.Web.Tests.Hosting;

/// <summary>A bare SignalR client over a WebSocket: JSON protocol, listening only.</summary>
public sealed class HubConnection : IDisposable
{
    private const char End = '\u001e';
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket _socket = new();
    private readonly Queue<string> _received = new();

    /// <summary>Connects with a credential in the query, as browsers must.</summary>
    public static async Task<HubConnection> OpenAsync(PlatformFixture platform, string credential)
    {
        var connection = new HubConnection();
        var address = new UriBuilder(platform.ClientOptions.BaseAddress) { Scheme = "ws", Path = "/hubs/tenant", Query = $"access_token={Uri.EscapeDataString(credential)}" };
        await connection._socket.ConnectAsync(address.Uri, CancellationToken.None);
        await connection.SendAsync("{\"protocol\":\"json\",\"version\":1}");
        using var limit = new CancellationTokenSource(Patience);
        Assert.Equal("{}", await connection.ReadAsync(limit.Token));
        Assert.Equal("connected", (await connection.NextEventAsync()).GetProperty("kind").GetString());
        return connection;
    }

    /// <summary>The next event from the hub; pings are passed over.</summary>
    public async Task<JsonElement> NextEventAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var message = JsonElement.Parse(await ReadAsync(limit.Token));
            if (message.TryGetProperty("target", out var target) && target.GetString() == "event")
                return message.GetProperty("arguments")[0];
        }
    }

    public void Dispose() => _socket.Dispose();

    private Task SendAsync(string message) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        while (_received.Count == 0)
        {
            var buffer = new byte[64 * 1024];
            var frame = await _socket.ReceiveAsync(buffer, cancellationToken);
            text.Append(Encoding.UTF8.GetString(buffer, 0, frame.Count));
            if (!frame.EndOfMessage)
                continue;
            foreach (var message in text.ToString().Split(End, StringSplitOptions.RemoveEmptyEntries))
                _received.Enqueue(message);
            text.Clear();
        }
        return _received.Dequeue();
    }
}
