using Microsoft.AspNetCore.SignalR;
using XttsSaas.Isolation.Routes;
using XttsSaas.Web.Events;
using XttsSaas.Web.Tests.Hosting;

namespace XttsSaas.Isolation;

/// <summary>
/// Tenant B calls every address of the platform with tenant A's real ids and must learn nothing: the answer is 404,
/// the same as for ids that never were, and nothing of A's changes. The addresses come from the running platform's
/// route table; one whose parameters have no seed fails here until it gets one.
/// </summary>
public sealed class IsolationTests(PlatformFixture platform)
{
    /// <summary>Addresses that are meant to be open to everybody.</summary>
    private static readonly HashSet<string> Open =
    [
        "POST /v1/signup", "POST /v1/login", "GET /openapi/{documentName}.json", "GET /health/live", "GET /health/ready",
        "GET /", "GET /Index", "GET /login", "POST /login", "GET /signup", "POST /signup", "GET /error/{code:int=500}", "POST /error/{code:int=500}",
        "GET /logout", "POST /logout", "GET /preferences", "POST /preferences", "GET /{**path:file}", "HEAD /{**path:file}",
    ];

    [Fact]
    public async Task Route_WithAnId_HasASeed()
    {
        var seeded = Seeds.Unknown().Values;
        var unseeded = (await GuardedAsync()).Where(route => route.Parameters.Any(parameter => !seeded.ContainsKey(parameter))).ToArray();
        Assert.True(unseeded.Length == 0, $"Add seeds for the parameters of: {string.Join(", ", unseeded.AsEnumerable())}");
    }

    [Fact]
    public async Task Stranger_IsTurnedAwayEverywhere()
    {
        var routes = await RouteTable.ReadAsync(platform.Services);
        var open = routes.Where(RouteTable.IsAnonymous).Select(route => route.Name).Except(Open).ToArray();
        Assert.True(open.Length == 0, $"Open to everybody, but not meant to be: {string.Join(", ", open)}");

        var stranger = platform.Anonymous();
        var faults = new List<string>();
        foreach (var route in routes.Where(route => !RouteTable.IsAnonymous(route)))
        {
            var answer = await SendAsync(stranger.Http, route, Seeds.Unknown(), token: null);
            var turnedAway = route.IsPage ? answer is { Status: 302, Location: { } to } && to.Contains("/login", StringComparison.Ordinal) : answer.Status == 401;
            if (!turnedAway)
                faults.Add($"{route}: {answer.Status} {answer.Location}");
        }
        Assert.Empty(faults);
    }

    [Fact]
    public async Task Tenant_WithForeignIds_GetsTheAnswerForIdsThatNeverWere()
    {
        var owner = await platform.SignUpAsync("Owner");
        var theirs = await Seeds.MakeAsync(platform, owner);
        var before = await SnapshotAsync(owner, theirs);
        var intruder = await platform.SignUpAsync("Intruder");
        var mine = await Seeds.MakeAsync(platform, intruder);
        var person = await Browser.SignUpAsync(platform);
        var token = await person.TokenAsync("/app");

        var faults = new List<string>();
        foreach (var route in (await GuardedAsync()).Where(route => route.Parameters.Any(Seeds.IsId)))
        {
            var http = route.IsPage ? person.Http : intruder.Http;
            var unknown = await SendAsync(http, route, Seeds.Unknown(), token);
            if (unknown.Status != 404)
                faults.Add($"{route} with unknown ids: {unknown.Status} {unknown.Body}");
            var foreign = await SendAsync(http, route, theirs, token);
            if (foreign != unknown)
                faults.Add($"{route} with foreign ids: {foreign.Status} {foreign.Body}, but with unknown ids {unknown.Status} {unknown.Body}");
            foreach (var child in route.Parameters.Where(Seeds.IsId).Skip(1))
            {
                var mixedUnknown = await SendAsync(intruder.Http, route, mine.With(child, Seeds.Unknown()), token);
                var mixed = await SendAsync(intruder.Http, route, mine.With(child, theirs), token);
                if (mixed.Status != 404 || mixed != mixedUnknown)
                    faults.Add($"{route} with a foreign {child} below an own parent: {mixed.Status} {mixed.Body}");
            }
        }
        Assert.Empty(faults);
        Assert.Equal(before, await SnapshotAsync(owner, theirs));
    }

    [Fact]
    public async Task Body_WithForeignIds_GetsTheAnswerForIdsThatNeverWere()
    {
        var owner = await platform.SignUpAsync("Owner");
        var theirs = (await Seeds.MakeAsync(platform, owner)).Values;
        var intruder = await platform.SignUpAsync("Intruder");
        var mine = (await Seeds.MakeAsync(platform, intruder)).Values;
        var unknown = Seeds.Unknown().Values;

        await AssertSameAsync("/v1/speech", values => new { voice = values, text = "Hello." }, theirs["voice"], unknown["voice"]);
        await AssertSameAsync("/v1/training-sessions", values => new { name = "Run", voice = values, dataset = mine["dataset"] }, theirs["voice"], unknown["voice"]);
        await AssertSameAsync("/v1/training-sessions", values => new { name = "Run", voice = mine["voice"], dataset = values }, theirs["dataset"], unknown["dataset"]);

        async Task AssertSameAsync(string address, Func<string, object> body, string foreign, string never)
        {
            var foreignAnswer = await Answer.OfAsync(await intruder.Http.PostAsJsonAsync(address, body(foreign)));
            var unknownAnswer = await Answer.OfAsync(await intruder.Http.PostAsJsonAsync(address, body(never)));
            Assert.Equal(404, foreignAnswer.Status);
            Assert.Equal(unknownAnswer, foreignAnswer);
        }
    }

    [Fact]
    public async Task Lists_HoldOnlyTheCallersOwn()
    {
        var owner = await platform.SignUpAsync("Owner");
        var theirs = await Seeds.MakeAsync(platform, owner);
        var newcomer = await platform.SignUpAsync("Newcomer");
        foreach (var route in (await GuardedAsync()).Where(route => route is { IsPage: false, Method: "GET" } && route.Parameters.Count == 0 && route.Name.StartsWith("GET /v1/", StringComparison.Ordinal)))
        {
            var answer = await SendAsync(newcomer.Http, route, Seeds.Unknown(), token: null);
            Assert.All(theirs.Values.Where(seed => Seeds.IsId(seed.Key)), seed => Assert.DoesNotContain(seed.Value, answer.Body));
        }
    }

    [Fact]
    public void Hub_HasNoMethodThatCouldAskForAnything()
    {
        var callable = typeof(TenantHub).GetMethods().Where(method => method.DeclaringType == typeof(TenantHub) && method.GetBaseDefinition().DeclaringType == typeof(TenantHub) && !method.IsStatic);
        Assert.Empty(callable);
        Assert.True(typeof(Hub).IsAssignableFrom(typeof(TenantHub)));
    }

    [Fact]
    public async Task Hub_OfOneTenant_IsSilentAboutAnother()
    {
        var owner = await platform.SignUpAsync("Owner");
        var listener = await platform.SignUpAsync("Listener");
        using var hub = await HubConnection.OpenAsync(platform, listener.Http.DefaultRequestHeaders.Authorization!.Parameter!);
        using var itsOwn = await HubConnection.OpenAsync(platform, owner.Http.DefaultRequestHeaders.Authorization!.Parameter!);
        var foreign = await owner.MakeDatasetAsync();
        Assert.Equal(foreign, (await itsOwn.NextEventAsync()).GetProperty("subject").GetString());
        var own = await listener.MakeDatasetAsync();
        Assert.Equal(own, (await hub.NextEventAsync()).GetProperty("subject").GetString());
    }

    private async Task<IReadOnlyList<Route>> GuardedAsync() =>
        [.. (await RouteTable.ReadAsync(platform.Services)).Where(route => !RouteTable.IsAnonymous(route))];

    private static async Task<Answer> SendAsync(HttpClient http, Route route, Seeds seeds, string? token)
    {
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), route.Address(seeds.Values));
        if (route.IsPage)
        {
            if (route.Method != "GET")
                request.Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token ?? string.Empty });
        }
        else
        {
            request.Content = Bodies.For(route);
        }
        return await Answer.OfAsync(await http.SendAsync(request));
    }

    /// <summary>All that the owner can read of the seeds, as text.</summary>
    private static async Task<string> SnapshotAsync(ApiClient owner, Seeds seeds)
    {
        var values = seeds.Values;
        string[] addresses =
        [
            $"/v1/voices/{values["voice"]}", $"/v1/datasets/{values["dataset"]}", $"/v1/datasets/{values["dataset"]}/segments",
            $"/v1/training-sessions/{values["session"]}", "/v1/keys", "/v1/usage/events", "/v1/me",
        ];
        var texts = await Task.WhenAll(addresses.Select(async address => (await owner.GetAsync(address)).GetRawText()));
        return string.Join('\n', texts);
    }
}
