using XttsSaas.Abstractions.Capacity;

namespace XttsSaas.Web.Tests.Admin;

public sealed class AdminTests(PlatformFixture platform)
{
    [Theory]
    [InlineData("GET", "/v1/admin/capacity")]
    [InlineData("GET", "/v1/admin/tenants")]
    [InlineData("POST", "/v1/admin/capacity/silo/cpu/drain")]
    public async Task Address_ForACustomer_DoesNotExist(string method, string address)
    {
        var customer = await platform.SignUpAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        var problem = await Problem.OfAsync(await customer.Http.SendAsync(request));
        var nothing = await Problem.OfAsync(await customer.Http.GetAsync("/v1/admin/nothing"));
        Assert.Equal(nothing, problem);
    }

    [Fact]
    public async Task Tenant_Suspended_IsShutOutUntilResumed()
    {
        var customer = await platform.SignUpAsync("Late Payer");
        var voice = await customer.MakeSpeakableVoiceAsync();
        var key = platform.Anonymous();
        key.Use((await customer.PostAsync("/v1/keys", new { name = "Server" })).GetProperty("secret").GetString()!);
        var operators = await platform.OperatorAsync();

        await operators.PostAsync($"/v1/admin/tenants/{customer.Tenant}/suspend", new { reason = "The invoice is open." });
        var refused = await Problem.OfAsync(await key.Http.PostAsJsonAsync("/v1/speech", new { voice, text = "Hello." }));
        Assert.Equal((403, "tenant_suspended"), (refused.Status, refused.Code));
        Assert.Contains("The invoice is open.", refused.Detail);
        Assert.Equal("tenant_suspended", (await Problem.OfAsync(await customer.Http.GetAsync("/v1/voices"))).Code);

        await operators.PostAsync($"/v1/admin/tenants/{customer.Tenant}/resume");
        using var spoken = await key.Http.PostAsJsonAsync("/v1/speech", new { voice, text = "Hello." });
        Assert.Equal(HttpStatusCode.OK, spoken.StatusCode);
    }

    [Fact]
    public async Task Device_Drained_ShowsItAndTakesWorkAgainAfterwards()
    {
        await platform.Grains.GetGrain<IGpuPoolGrain>(IGpuPoolGrain.DefaultPool).ReportAsync(
            "drained-silo", new[] { new DeviceReport("drained-silo", "cpu-0", "Test CPU", DeviceKind.Cpu, 1024, 512, 1) });
        var operators = await platform.OperatorAsync();
        await operators.PostAsync("/v1/admin/capacity/drained-silo/cpu-0/drain");
        Assert.True(await IsDrainingAsync(operators));
        await operators.PostAsync("/v1/admin/capacity/drained-silo/cpu-0/undrain");
        Assert.False(await IsDrainingAsync(operators));
        var unknown = await Problem.OfAsync(await operators.Http.PostAsync("/v1/admin/capacity/nowhere/cpu-0/drain", null));
        Assert.Equal(404, unknown.Status);
    }

    [Fact]
    public async Task Tenants_AreListedForOperators()
    {
        var customer = await platform.SignUpAsync("Listed Company");
        var operators = await platform.OperatorAsync();
        var newest = (await operators.GetAsync("/v1/admin/tenants?limit=100")).GetProperty("data").EnumerateArray();
        Assert.Contains(newest, tenant => tenant.GetProperty("id").GetString() == customer.Tenant.Value && tenant.GetProperty("name").GetString() == "Listed Company");
    }

    private static async Task<bool> IsDrainingAsync(ApiClient operators)
    {
        var capacity = await operators.GetAsync("/v1/admin/capacity");
        return capacity.GetProperty("devices").EnumerateArray()
            .Single(device => device.GetProperty("report").GetProperty("silo").GetString() == "drained-silo")
            .GetProperty("draining").GetBoolean();
    }
}
