using Orleans.Runtime;
using XttsSaas.Abstractions.Ids;
using XttsSaas.Abstractions.Results;
using XttsSaas.Abstractions.Tenants;
using XttsSaas.Grains.Tests.Hosting;

namespace XttsSaas.Grains.Tests.Tenants;

public sealed class TenantGrainTests
{
    [Fact]
    public async Task CreateAsync_SameNameAgain_ChangesNothing()
    {
        await using var platform = await Platform.StartAsync();
        var grain = platform.Tenant(TenantId.New(DateTimeOffset.UnixEpoch));
        var first = await grain.CreateAsync("Acme", "free");
        platform.World.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(first.Value, (await grain.CreateAsync("Acme", "free")).Value);
        Assert.Equal(ErrorCode.Conflict, (await grain.CreateAsync("Other", "free")).Error?.Code);
    }

    [Theory]
    [InlineData("", "free", "name")]
    [InlineData("Acme", "gold", "plan")]
    public async Task CreateAsync_BadInput_NamesTheField(string name, string plan, string field)
    {
        await using var platform = await Platform.StartAsync();
        var grain = platform.Tenant(TenantId.New(DateTimeOffset.UnixEpoch));

        Assert.Equal(field, (await grain.CreateAsync(name, plan)).Error?.Field);
        Assert.Null(await grain.GetAsync());
    }

    [Fact]
    public async Task SuspendAsync_ThenNewHost_IsStillSuspended()
    {
        var world = new World();
        TenantId tenant;
        await using (var first = await Platform.StartAsync(world))
        {
            tenant = await first.AddTenantAsync();
            await first.Tenant(tenant).SuspendAsync("unpaid");
        }
        await using var second = await Platform.StartAsync(world);

        var profile = await second.Tenant(tenant).GetAsync();

        Assert.Equal((TenantStatus.Suspended, "unpaid"), (profile!.Status, profile.StatusReason));
    }

    [Fact]
    public async Task SuspendAsync_WriteFails_TenantStaysActive()
    {
        await using var platform = await Platform.StartAsync();
        var tenant = await platform.AddTenantAsync();
        platform.World.Storage.FailWrites = true;

        await Assert.ThrowsAsync<OrleansException>(() => platform.Tenant(tenant).SuspendAsync("unpaid"));

        Assert.Equal(TenantStatus.Active, (await platform.Tenant(tenant).GetAsync())!.Status);
    }
}
