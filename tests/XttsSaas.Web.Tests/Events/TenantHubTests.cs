using System.Net.WebSockets;

namespace XttsSaas.Web.Tests.Events;

public sealed class TenantHubTests(PlatformFixture platform)
{
    [Fact]
    public async Task Connection_HearsItsOwnTenant()
    {
        var (customer, token) = await CustomerAsync();
        using var hub = await HubConnection.OpenAsync(platform, token);
        var dataset = await customer.MakeDatasetAsync();
        var heard = await hub.NextEventAsync();
        Assert.Equal(("dataset_changed", dataset), (heard.GetProperty("kind").GetString(), heard.GetProperty("subject").GetString()));
        Assert.Equal("Recordings", heard.GetProperty("payload").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Connection_NeverHearsAnotherTenant()
    {
        var (customer, token) = await CustomerAsync();
        var (other, otherToken) = await CustomerAsync();
        using var hub = await HubConnection.OpenAsync(platform, otherToken);
        using var itsOwn = await HubConnection.OpenAsync(platform, token);
        var foreign = await customer.MakeDatasetAsync();
        Assert.Equal(foreign, (await itsOwn.NextEventAsync()).GetProperty("subject").GetString());
        var own = await other.MakeDatasetAsync();
        // The foreign event came first; hearing the own one first shows that the other was not sent here.
        Assert.Equal(own, (await hub.NextEventAsync()).GetProperty("subject").GetString());
    }

    [Fact]
    public async Task Connection_WithApiKey_IsLetIn()
    {
        var (customer, _) = await CustomerAsync();
        var key = (await customer.PostAsync("/v1/keys", new { name = "Server" })).GetProperty("secret").GetString()!;
        using var hub = await HubConnection.OpenAsync(platform, key);
        var voice = await customer.MakeVoiceAsync();
        Assert.Equal(voice, (await hub.NextEventAsync()).GetProperty("subject").GetString());
    }

    [Fact]
    public async Task Connection_WithoutCredential_IsRefused() =>
        await Assert.ThrowsAsync<WebSocketException>(() => HubConnection.OpenAsync(platform, "nothing"));

    [Fact]
    public async Task Credential_InTheQuery_CountsForHubsOnly()
    {
        var (_, token) = await CustomerAsync();
        var problem = await Problem.OfAsync(await platform.Anonymous().Http.GetAsync($"/v1/me?access_token={Uri.EscapeDataString(token)}"));
        Assert.Equal(401, problem.Status);
    }

    private async Task<(ApiClient Customer, string Token)> CustomerAsync()
    {
        var customer = await platform.SignUpAsync();
        return (customer, customer.Http.DefaultRequestHeaders.Authorization!.Parameter!);
    }
}
