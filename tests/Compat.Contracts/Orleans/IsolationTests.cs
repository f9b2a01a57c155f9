using System.Collections.Immutable;
using Orleans;
using Orleans.Concurrency;
using Orleans.Serialization;

namespace Compat.Contracts.Orleans;

public sealed class IsolationTests(SiloFixture fixture) : IClassFixture<SiloFixture>
{
    private readonly IKeeperGrain _grain = fixture.Silo.Grains.GetGrain<IKeeperGrain>(Guid.NewGuid().ToString());

    [Fact]
    public async Task Argument_CallerChangesItLater_GrainKeepsItsCopy()
    {
        var basket = NewBasket();
        await _grain.Keep(basket);

        basket.Items.Add("later");
        basket.Sound[0] = 99;
        basket.Prices["a"].Add(99);

        var kept = await _grain.Get();
        Assert.Equal(["one", "two"], kept.Items);
        Assert.Equal([1, 2, 3], kept.Sound);
        Assert.Equal([1], kept.Prices["a"]);
    }

    [Fact]
    public async Task Result_CallerChangesIt_GrainKeepsItsOwn()
    {
        await _grain.Keep(NewBasket());

        var copy = await _grain.Get();
        copy.Items.Clear();
        copy.Name = "changed";

        var again = await _grain.Get();
        Assert.Equal(["one", "two"], again.Items);
        Assert.Equal("basket", again.Name);
    }

    [Fact]
    public async Task Argument_PositionalRecord_IsCopiedDeep()
    {
        var tags = new List<string> { "a" };
        var order = new Order(7, tags) { Notes = new() { ["x"] = tags } };
        await _grain.KeepOrder(order);

        tags.Add("b");

        var kept = await _grain.GetOrder();
        Assert.Equal(7, kept.Number);
        Assert.Equal(["a"], kept.Tags);
        Assert.Same(kept.Tags, kept.Notes["x"]);
    }

    [Fact]
    public async Task Argument_MemberWithoutId_DoesNotTravel()
    {
        var basket = NewBasket();
        basket.NotCarried = "secret";

        await _grain.Keep(basket);

        Assert.Null((await _grain.Get()).NotCarried);
    }

    [Fact]
    public async Task Argument_Cycle_StaysACycle()
    {
        var node = new Node { Name = "root" };
        node.Next = node;

        var copy = await _grain.EchoNode(node);

        Assert.NotSame(node, copy);
        Assert.Same(copy, copy!.Next);
    }

    [Fact]
    public async Task Argument_SameObjectTwice_StaysOneObject()
    {
        var list = new List<int> { 1 };

        Assert.True(await _grain.AreSame(list, list));
    }

    [Fact]
    public async Task Argument_DerivedTypes_KeepTheirType()
    {
        var shape = await _grain.EchoShape(new Circle { Name = "c", Radius = 2 });

        Assert.Equal(2, Assert.IsType<Circle>(shape).Radius);
        Assert.Equal("c", shape.Name);
    }

    [Fact]
    public async Task Argument_ImmutableWrapperAttributeAndType_AreNotCopied()
    {
        var bytes = new byte[] { 1 };
        var frozen = new Frozen { Data = [1] };

        Assert.Same(bytes, (await _grain.KeepImmutable(bytes.AsImmutable())).Value);
        Assert.Same(bytes, (await _grain.KeepImmutableParameter(bytes)).Value);
        Assert.Same(frozen, await _grain.KeepFrozen(frozen));
        Assert.NotSame(bytes, (await _grain.KeepBytes(bytes)).Value);
    }

    [Fact]
    public async Task Argument_CollectionsAndTuples_ComeAcrossEqual()
    {
        var dictionary = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["Key"] = 1 };
        var copy = await _grain.EchoDictionary(dictionary);
        Assert.Equal(1, copy["KEY"]);

        var (text, numbers) = await _grain.EchoTuple(("x", [1, 2]));
        Assert.Equal("x", text);
        Assert.Equal([1, 2], numbers);

        var moment = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2));
        Assert.Equal([moment, null, 5m, Day.Tuesday, "s"], await _grain.EchoObjects([moment, null, 5m, Day.Tuesday, "s"]));
        Assert.Equal([1, 2], await _grain.EchoImmutableArray([1, 2]));
        Assert.Equal(new byte[] { 1, 2 }, (await _grain.EchoMemory(new byte[] { 1, 2 })).ToArray());
        Assert.Equal(new[,] { { 1, 2 }, { 3, 4 } }, await _grain.EchoGrid(new[,] { { 1, 2 }, { 3, 4 } }));
        Assert.Null(await _grain.EchoNode(null));
    }

    [Fact]
    public async Task Argument_TypeWithoutGenerateSerializer_IsRefused()
    {
        await Assert.ThrowsAsync<CodecNotFoundException>(() => _grain.KeepObject(new Unmarked()));
    }

    [Fact]
    public async Task ThrownException_IsNotAWayToShareState()
    {
        var failure = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _grain.Fail());

        Assert.Equal("part", failure.ParamName);
    }

    private static Basket NewBasket() => new()
    {
        Name = "basket",
        Items = ["one", "two"],
        Sound = [1, 2, 3],
        Prices = new() { ["a"] = [1] },
    };
}

[GenerateSerializer]
public sealed class Basket
{
    [Id(0)]
    public string Name { get; set; } = "";

    [Id(1)]
    public List<string> Items { get; init; } = [];

    [Id(2)]
    public byte[] Sound { get; set; } = [];

    [Id(3)]
    public Dictionary<string, List<int>> Prices { get; set; } = [];

    [field: NonSerialized]
    public string? NotCarried { get; set; }
}

[GenerateSerializer]
public sealed record Order(int Number, List<string> Tags)
{
    [Id(0)]
    public Dictionary<string, List<string>> Notes { get; init; } = [];
}

[GenerateSerializer]
public sealed class Node
{
    [Id(0)]
    public string Name { get; set; } = "";

    [Id(1)]
    public Node? Next { get; set; }
}

[GenerateSerializer]
public abstract class Shape
{
    [Id(0)]
    public string Name { get; set; } = "";
}

[GenerateSerializer]
public sealed class Circle : Shape
{
    [Id(0)]
    public double Radius { get; set; }
}

[GenerateSerializer, Immutable]
public sealed class Frozen
{
    [Id(0)]
    public byte[] Data { get; init; } = [];
}

[GenerateSerializer]
public enum Day
{
    Monday,
    Tuesday,
}

public sealed class Unmarked
{
    public int Value { get; set; }
}

public interface IKeeperGrain : IGrainWithStringKey
{
    Task Keep(Basket basket);

    Task<Basket> Get();

    Task KeepOrder(Order order);

    Task<Order> GetOrder();

    Task<Node?> EchoNode(Node? node);

    Task<bool> AreSame(List<int> one, List<int> two);

    Task<Shape> EchoShape(Shape shape);

    Task<Immutable<byte[]>> KeepImmutableParameter([Immutable] byte[] bytes);

    Task<Immutable<byte[]>> KeepImmutable(Immutable<byte[]> bytes);

    Task<Immutable<byte[]>> KeepBytes(byte[] bytes);

    Task<Frozen> KeepFrozen(Frozen frozen);

    Task<Dictionary<string, int>> EchoDictionary(Dictionary<string, int> values);

    Task<(string Text, List<int> Numbers)> EchoTuple((string Text, List<int> Numbers) pair);

    Task<object?[]> EchoObjects(object?[] values);

    Task<ImmutableArray<int>> EchoImmutableArray(ImmutableArray<int> values);

    Task<ReadOnlyMemory<byte>> EchoMemory(ReadOnlyMemory<byte> bytes);

    Task<int[,]> EchoGrid(int[,] values);

    Task KeepObject(object value);

    Task Fail();
}

public sealed class KeeperGrain : Grain, IKeeperGrain
{
    private Basket _basket = new();
    private Order _order = new(0, []);

    public Task Keep(Basket basket)
    {
        _basket = basket;
        return Task.CompletedTask;
    }

    public Task<Basket> Get() => Task.FromResult(_basket);

    public Task KeepOrder(Order order)
    {
        _order = order;
        return Task.CompletedTask;
    }

    public Task<Order> GetOrder() => Task.FromResult(_order);

    public Task<Node?> EchoNode(Node? node) => Task.FromResult(node);

    public Task<bool> AreSame(List<int> one, List<int> two) => Task.FromResult(ReferenceEquals(one, two));

    public Task<Shape> EchoShape(Shape shape) => Task.FromResult(shape);

    public Task<Immutable<byte[]>> KeepImmutableParameter(byte[] bytes) => Task.FromResult(bytes.AsImmutable());

    public Task<Immutable<byte[]>> KeepImmutable(Immutable<byte[]> bytes) => Task.FromResult(bytes);

    public Task<Immutable<byte[]>> KeepBytes(byte[] bytes) => Task.FromResult(bytes.AsImmutable());

    public Task<Frozen> KeepFrozen(Frozen frozen) => Task.FromResult(frozen);

    public Task<Dictionary<string, int>> EchoDictionary(Dictionary<string, int> values) => Task.FromResult(values);

    public Task<(string Text, List<int> Numbers)> EchoTuple((string Text, List<int> Numbers) pair) => Task.FromResult(pair);

    public Task<object?[]> EchoObjects(object?[] values) => Task.FromResult(values);

    public Task<ImmutableArray<int>> EchoImmutableArray(ImmutableArray<int> values) => Task.FromResult(values);

    public Task<ReadOnlyMemory<byte>> EchoMemory(ReadOnlyMemory<byte> bytes) => Task.FromResult(bytes);

    public Task<int[,]> EchoGrid(int[,] values) => Task.FromResult(values);

    public Task KeepObject(object value) => Task.CompletedTask;

    public Task Fail() => throw new ArgumentOutOfRangeException("part");
}
