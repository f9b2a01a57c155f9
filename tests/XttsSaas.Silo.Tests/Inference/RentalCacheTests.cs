using XttsSaas.Silo.Inference;

namespace XttsSaas.Silo.Tests.Inference;

public sealed class RentalCacheTests
{
    [Fact]
    public async Task RentAsync_SameKeyAtOnce_MakesItOnce()
    {
        var made = 0;
        using var cache = new RentalCache<Item>(2, key => new Item(key, Interlocked.Increment(ref made)));

        var rentals = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => cache.RentAsync("a", default)));

        Assert.Equal(1, made);
        Assert.All(rentals, r => Assert.Same(rentals[0].Value, r.Value));
    }

    [Fact]
    public async Task Return_MoreThanCapacity_GivesUpTheLongestUnused()
    {
        using var cache = new RentalCache<Item>(2, key => new Item(key, 0));
        var a = await UseAsync(cache, "a");
        var b = await UseAsync(cache, "b");
        await UseAsync(cache, "a");
        await UseAsync(cache, "c");

        await b.Gone.Task;
        Assert.False(a.Gone.Task.IsCompleted);
        Assert.Equal(2, cache.Count);
    }

    [Fact]
    public async Task Return_WhileOthersAreRented_NeverGivesUpWhatIsInUse()
    {
        using var cache = new RentalCache<Item>(1, key => new Item(key, 0));
        var held = await cache.RentAsync("a", default);

        var b = await UseAsync(cache, "b");

        await b.Gone.Task;
        Assert.False(held.Value.Gone.Task.IsCompleted);
    }

    [Fact]
    public async Task RentAsync_AfterAFailure_TriesAgain()
    {
        var attempts = 0;
        using var cache = new RentalCache<Item>(1, key => ++attempts == 1 ? throw new IOException("disk") : new Item(key, attempts));

        await Assert.ThrowsAsync<IOException>(() => cache.RentAsync("a", default));
        using var second = await cache.RentAsync("a", default);

        Assert.Equal(2, second.Value.Number);
    }

    private static async Task<Item> UseAsync(RentalCache<Item> cache, string key)
    {
        using var rental = await cache.RentAsync(key, default);
        return rental.Value;
    }

    private sealed class Item(string key, int number) : IDisposable
    {
        public string Key { get; } = key;

        public int Number { get; } = number;

        public TaskCompletionSource Gone { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Dispose() => Gone.SetResult();
    }
}
