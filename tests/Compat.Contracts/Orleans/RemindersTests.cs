using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Compat.Contracts.Orleans;

public sealed class RemindersTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Register_Due_CallsTheGrain()
    {
        await using var silo = await TestSilo.StartAsync();

        await silo.Grains.GetGrain<IReminderGrain>("due").Register("morning", Soon, Period);

        await silo.Probe.Wait("reminded:due:morning:00:01:00");
    }

    [Fact]
    public async Task Register_GrainDeactivated_WakesIt()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IReminderGrain>("asleep");

        await grain.RegisterAndLeave("wake", TimeSpan.FromMilliseconds(300), Period);
        await silo.Probe.Wait("reminder-grain-left:asleep");

        await silo.Probe.Wait("reminded:asleep:wake:00:01:00");
    }

    [Fact]
    public async Task Register_PeriodShorterThanAllowed_Throws()
    {
        await using var silo = await TestSilo.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(
            () => silo.Grains.GetGrain<IReminderGrain>("short").Register("r", Soon, TimeSpan.FromSeconds(59)));
    }

    [Fact]
    public async Task Register_ShortPeriodAllowed_TicksAgain()
    {
        await using var silo = await TestSilo.StartAsync(builder =>
            builder.Configure<ReminderOptions>(options => options.MinimumReminderPeriod = TimeSpan.Zero));

        await silo.Grains.GetGrain<IReminderGrain>("often").Register("r", Soon, TimeSpan.FromMilliseconds(100));

        await silo.Probe.Wait("reminded:often:2");
    }

    [Fact]
    public async Task Register_GrainIsNotRemindable_Throws()
    {
        await using var silo = await TestSilo.StartAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => silo.Grains.GetGrain<IForgetfulGrain>("x").Register());
    }

    [Fact]
    public async Task GetReminders_RegisteredUpdatedAndUnregistered_AreTheOnesThatAreLeft()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IReminderGrain>("list");
        await grain.Register("a", TimeSpan.FromHours(1), Period);
        await grain.Register("b", TimeSpan.FromHours(1), Period);
        await grain.Register("a", TimeSpan.FromHours(2), Period);

        Assert.Equal(["a", "b"], await grain.Names());

        await grain.Unregister("a");
        Assert.Equal(["b"], await grain.Names());
        Assert.False(await grain.Has("a"));
        Assert.True(await grain.Has("b"));
    }

    [Fact]
    public async Task Unregister_BeforeItIsDue_NeverTicks()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IReminderGrain>("cancelled");
        await grain.Register("r", TimeSpan.FromMilliseconds(300), Period);

        await grain.Unregister("r");
        await grain.Register("clock", TimeSpan.FromMilliseconds(600), Period);
        await silo.Probe.Wait("reminded:cancelled:clock:00:01:00");

        Assert.Equal(1, silo.Probe.CountOf("reminded:cancelled"));
    }

    [Fact]
    public async Task Restart_ReminderInTheTable_TicksInTheNextSilo()
    {
        var table = new SharedReminderTable();
        await using (var first = await TestSilo.StartAsync(builder => Use(builder, table)))
        {
            await first.Grains.GetGrain<IReminderGrain>("durable").Register("r", TimeSpan.FromSeconds(2), Period);
            await first.StopAsync();
            Assert.False(first.Probe.IsSet("reminded:durable:r:00:01:00"));
        }

        await using var second = await TestSilo.StartAsync(builder => Use(builder, table));

        await second.Probe.Wait("reminded:durable:r:00:01:00");
    }

    private static void Use(ISiloBuilder builder, SharedReminderTable table)
    {
        builder.AddReminders();
        builder.Services.AddSingleton<IReminderTable>(table);
    }
}

public interface IReminderGrain : IGrainWithStringKey
{
    Task Register(string name, TimeSpan due, TimeSpan period);

    Task RegisterAndLeave(string name, TimeSpan due, TimeSpan period);

    Task Unregister(string name);

    Task<List<string>> Names();

    Task<bool> Has(string name);
}

public sealed class ReminderGrain(Probe probe) : Grain, IReminderGrain, IRemindable
{
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        probe.Set($"reminder-grain-left:{this.GetPrimaryKeyString()}");
        return Task.CompletedTask;
    }

    public Task Register(string name, TimeSpan due, TimeSpan period) => this.RegisterOrUpdateReminder(name, due, period);

    public async Task RegisterAndLeave(string name, TimeSpan due, TimeSpan period)
    {
        await Register(name, due, period);
        DeactivateOnIdle();
    }

    public async Task Unregister(string name) => await this.UnregisterReminder((await this.GetReminder(name))!);

    public async Task<List<string>> Names() =>
        [.. (await this.GetReminders()).Select(reminder => reminder.ReminderName).Order(StringComparer.Ordinal)];

    public async Task<bool> Has(string name) => await this.GetReminder(name) is not null;

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        var key = this.GetPrimaryKeyString();
        probe.Set($"reminded:{key}:{reminderName}:{status.Period}");
        probe.Set($"reminded:{key}:{probe.Count($"reminded:{key}")}");
        return Task.CompletedTask;
    }
}

public interface IForgetfulGrain : IGrainWithStringKey
{
    Task Register();
}

public sealed class ForgetfulGrain : Grain, IForgetfulGrain
{
    public Task Register() => this.RegisterOrUpdateReminder("r", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
}
