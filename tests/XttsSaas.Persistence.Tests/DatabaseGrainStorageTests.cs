using Orleans;
using Orleans.Runtime;
using Orleans.Storage;
using XttsSaas.Abstractions.Ids;
using XttsSaas.Domain.Ports;

namespace XttsSaas.Persistence.Tests;

public sealed class DatabaseGrainStorageTests(PostgresServer postgres) : DatabaseTests(postgres)
{
    private static readonly TenantId Tenant = TenantId.New(DateTimeOffset.UnixEpoch);
    private static readonly GrainId Grain = GrainId.Create("voice", GrainKeys.Of(Tenant, VoiceId.New(DateTimeOffset.UnixEpoch)));

    [Theory, MemberData(nameof(Providers))]
    public async Task Write_ThenRead_GivesStateAndETag(DatabaseProvider provider)
    {
        await using var database = await DatabaseAsync(provider);
        var storage = Storage(database);
        var written = new GrainState<Sample> { State = new Sample { Name = "Åsa", Numbers = [1, 2] } };

        await storage.WriteStateAsync(GrainStateNames.Voice, Grain, written);
        var read = await ReadAsync(storage);

        Assert.True(read.RecordExists);
        Assert.Equal(written.ETag, read.ETag);
        Assert.Equal("Åsa", read.State!.Name);
        Assert.Equal([1, 2], read.State!.Numbers);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Read_NeverWritten_IsADefaultThatDoesNotExist(DatabaseProvider provider)
    {
        await using var database = await DatabaseAsync(provider);

        var read = await ReadAsync(Storage(database));

        Assert.False(read.RecordExists);
        Assert.Null(read.ETag);
        Assert.NotNull(read.State);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Write_WithAnOldETag_IsRefusedAndChangesNothing(DatabaseProvider provider)
    {
        await using var database = await DatabaseAsync(provider);
        var storage = Storage(database);
        await storage.WriteStateAsync(GrainStateNames.Voice, Grain, new GrainState<Sample> { State = new Sample { Name = "first" } });
        var (mine, theirs) = (await ReadAsync(storage), await ReadAsync(storage));
        theirs.State!.Name = "theirs";
        await storage.WriteStateAsync(GrainStateNames.Voice, Grain, theirs);

        mine.State!.Name = "mine";
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteStateAsync(GrainStateNames.Voice, Grain, mine));

        Assert.Equal("theirs", (await ReadAsync(storage)).State!.Name);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Write_TwoActivationsCreate_OnlyOneWins(DatabaseProvider provider)
    {
        await using var database = await DatabaseAsync(provider);
        var storage = Storage(database);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            try
            {
                await storage.WriteStateAsync(GrainStateNames.Voice, Grain, new GrainState<Sample> { State = new Sample { Name = $"{i}" } });
                return 1;
            }
            catch (InconsistentStateException)
            {
                return 0;
            }
        }));

        Assert.Equal(1, outcomes.Sum());
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Clear_RemovesTheRow_AndTheGrainCanBeWrittenAnew(DatabaseProvider provider)
    {
        await using var database = await DatabaseAsync(provider);
        var storage = Storage(database);
        var state = new GrainState<Sample> { State = new Sample { Name = "x" } };
        await storage.WriteStateAsync(GrainStateNames.Voice, Grain, state);

        await storage.ClearStateAsync(GrainStateNames.Voice, Grain, state);
        Assert.False((await ReadAsync(storage)).RecordExists);

        await storage.WriteStateAsync(GrainStateNames.Voice, Grain, state);
        Assert.True((await ReadAsync(storage)).RecordExists);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Directory_ListsOwnResourcesNewestFirst_PageByPage(DatabaseProvider provider)
    {
        await using var database = await DatabaseAsync(provider);
        var storage = Storage(database);
        var other = TenantId.New(DateTimeOffset.UnixEpoch);
        var ids = Enumerable.Range(1, 5).Select(i => VoiceId.New(DateTimeOffset.UnixEpoch.AddHours(i))).ToList();
        foreach (var (tenant, id) in ids.Select(id => (Tenant, id)).Append((other, VoiceId.New(DateTimeOffset.UnixEpoch))))
            await storage.WriteStateAsync(GrainStateNames.Voice, GrainId.Create("voice", GrainKeys.Of(tenant, id)), new GrainState<Sample> { State = new Sample() });
        var directory = database.Get<IResourceDirectory>();

        var first = await directory.ListAsync(Tenant, ResourceKind.Voice, null, 3, default);
        var second = await directory.ListAsync(Tenant, ResourceKind.Voice, first[^1], 3, default);

        Assert.Equal(ids.AsEnumerable().Reverse().Select(id => id.Value), first.Concat(second));
        Assert.Empty(await directory.ListAsync(Tenant, ResourceKind.Dataset, null, 3, default));
        var keys = new List<string>();
        await foreach (var key in directory.AllKeysAsync(ResourceKind.Voice, default))
            keys.Add(key);
        Assert.Equal(6, keys.Count);
    }

    private static IGrainStorage Storage(TestDatabase database) => database.GetKeyed<IGrainStorage>(GrainStateNames.Storage);

    private static async Task<GrainState<Sample>> ReadAsync(IGrainStorage storage)
    {
        var state = new GrainState<Sample>();
        await storage.ReadStateAsync(GrainStateNames.Voice, Grain, state);
        return state;
    }

    private sealed class Sample
    {
        public string Name { get; set; } = string.Empty;

        public List<int> Numbers { get; set; } = [];
    }
}
