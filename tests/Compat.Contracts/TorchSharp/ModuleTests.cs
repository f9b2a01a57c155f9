using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace XttsSaas.Compat.Contracts.TorchSharp;

[Collection(TorchCollection.Name)]
public sealed class ModuleTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void NamedParameters_OwnModule_HaveFieldAndListNames()
    {
        using var model = new Wrapped();

        Assert.Equal(
            ["blocks.0.bias", "blocks.0.weight", "blocks.1.bias", "blocks.1.weight", "gain", "norm.bias", "norm.weight"],
            model.named_parameters().Select(p => p.name).Order(StringComparer.Ordinal));
        Assert.Equal(["scale"], model.named_buffers().Select(b => b.name));
        Assert.Equal(8, model.state_dict().Count);
        Assert.True(model.has_parameter("blocks.1.weight"));
        Assert.Equal([3L, 4L], model.get_parameter("blocks.1.weight")!.shape);
    }

    [Fact]
    public void StateDict_LoadedElsewhere_GivesTheSameOutput()
    {
        using var first = new Wrapped();
        using var second = new Wrapped();
        var x = randn(2, 4);
        Assert.False(first.call(x).allclose(second.call(x)));

        second.load_state_dict(first.state_dict());

        Assert.True(first.call(x).allclose(second.call(x)));
    }

    [Fact]
    public void LoadStateDict_MissingKey_IsRefusedUnlessLoose()
    {
        using var model = new Wrapped();
        var state = model.state_dict().Where(s => s.Key != "gain").ToDictionary();

        Assert.Throws<InvalidOperationException>(() => model.load_state_dict(state));
        var (missing, unexpected) = model.load_state_dict(state, strict: false);
        Assert.Equal(["gain"], missing);
        Assert.Empty(unexpected);
    }

    [Fact]
    public void Eval_Dropout_IsIdentity()
    {
        using var dropout = nn.Dropout(0.5);
        var x = ones(100);

        dropout.eval();
        Assert.False(dropout.training);
        dropout.call(x).ShouldBe(x.Floats());

        dropout.train();
        var dropped = dropout.call(x);
        Assert.True(dropped.eq(0).any().ToBoolean());
        Assert.True(dropped.eq(0).logical_or(dropped.eq(2)).all().ToBoolean());
    }

    [Fact]
    public void Train_Parent_ReachesChildren()
    {
        using var model = new Wrapped();

        model.eval();
        Assert.All(model.modules(), m => Assert.False(m.training));
        model.train();
        Assert.All(model.modules(), m => Assert.True(m.training));
    }

    [Fact]
    public void To_Half_ConvertsParametersAndBuffers()
    {
        using var model = new Wrapped();

        model.to(ScalarType.Float64);

        Assert.All(model.parameters(), p => Assert.Equal(ScalarType.Float64, p.dtype));
        Assert.Equal(ScalarType.Float64, model.get_buffer("scale")!.dtype);
        Assert.Equal(ScalarType.Float64, model.call(randn([2L, 4L], ScalarType.Float64)).dtype);
        Assert.All(model.parameters(), p => Assert.True(p.requires_grad && p.is_leaf));
    }

    [Fact]
    public void Parameters_RequireGrad_AndFrozenOnesDoNot()
    {
        using var model = new Wrapped();
        foreach (var parameter in model.parameters()) parameter.requires_grad = false;

        Assert.False(model.call(randn(2, 4)).requires_grad);
    }

    [Fact]
    public void ZeroGrad_AfterBackward_ClearsGradients()
    {
        using var model = new Wrapped();
        model.call(randn(2, 4)).sum().backward();
        Assert.All(model.parameters(), p => Assert.NotNull(p.grad));

        model.zero_grad();

        Assert.All(model.parameters(), p => Assert.True(p.grad is null || p.grad.abs().sum().item<float>() == 0));
    }

    [Fact]
    public void Sequential_Layers_RunInOrder()
    {
        using var model = nn.Sequential(("up", nn.Linear(2, 8)), ("act", nn.GELU()), ("down", nn.Linear(8, 1)));

        Assert.Equal([3L, 1L], model.call(ones(3, 2)).shape);
        Assert.Equal(["up.weight", "up.bias", "down.weight", "down.bias"], model.named_parameters().Select(p => p.name));
    }

    [Fact]
    public void Parameter_MadeFromTensor_EmptiesIt()
    {
        var data = ones(2);
        using var parameter = nn.Parameter(data);

        Assert.True(data.IsInvalid);
        Assert.True(parameter.requires_grad);
        parameter.ShouldBe([1, 1]);
    }

    private sealed class Wrapped : nn.Module<Tensor, Tensor>
    {
        private readonly ModuleList<Linear> blocks;
        private readonly LayerNorm norm;
        private readonly Parameter gain;

        internal Wrapped() : base(nameof(Wrapped))
        {
            blocks = new ModuleList<Linear>(nn.Linear(4, 4), nn.Linear(4, 3));
            norm = nn.LayerNorm(3);
            gain = nn.Parameter(ones(3));
            register_buffer("scale", full(1, 2.0).DetachFromDisposeScope());
            RegisterComponents();
        }

        /// <summary>[batch, 4] to [batch, 3].</summary>
        public override Tensor forward(Tensor input)
        {
            using var scope = NewDisposeScope();
            var x = norm.call(blocks[1].call(nn.functional.relu(blocks[0].call(input)))); // [batch, 3]
            return (x * gain * get_buffer("scale")!).MoveToOuterDisposeScope();
        }
    }
}
