using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace XttsSaas.Compat.Contracts.TorchSharp;

[Collection(TorchCollection.Name)]
public sealed class AdamWTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Step_TenTimes_MatchesTheFormula()
    {
        const double Rate = 0.05, Beta1 = 0.8, Beta2 = 0.95, Epsilon = 1e-8, Decay = 0.1;
        double[] weights = [1.0, -2.0, 0.5], target = [0.3, 0.7, -0.4], m = new double[3], v = new double[3];
        using var parameter = nn.Parameter(tensor(weights));
        using var optimizer = optim.AdamW([parameter], Rate, Beta1, Beta2, Epsilon, Decay);

        for (var step = 1; step <= 10; step++)
        {
            optimizer.zero_grad();
            (parameter - tensor(target)).pow(2).sum().backward();
            optimizer.step();
            for (var i = 0; i < 3; i++)
            {
                var gradient = 2 * (weights[i] - target[i]);
                weights[i] *= 1 - Rate * Decay;
                m[i] = Beta1 * m[i] + (1 - Beta1) * gradient;
                v[i] = Beta2 * v[i] + (1 - Beta2) * gradient * gradient;
                var (mean, variance) = (m[i] / (1 - Math.Pow(Beta1, step)), v[i] / (1 - Math.Pow(Beta2, step)));
                weights[i] -= Rate * mean / (Math.Sqrt(variance) + Epsilon);
            }
        }

        var actual = parameter.data<double>().ToArray();
        for (var i = 0; i < 3; i++) Assert.Equal(weights[i], actual[i], 1e-12);
    }

    [Fact]
    public void Groups_OwnRates_AreKeptAndChangeable()
    {
        using var fast = nn.Parameter(ones(1));
        using var slow = nn.Parameter(ones(1));
        using var frozen = nn.Parameter(ones(1));
        using var optimizer = optim.AdamW(
            [
                new AdamW.ParamGroup([fast], lr: 0.1),
                new AdamW.ParamGroup([slow], new AdamW.Options { LearningRate = 0.01, weight_decay = 0 }),
                new AdamW.ParamGroup([frozen], lr: 0.5),
            ],
            lr: 0.3);
        var groups = optimizer.ParamGroups.ToArray();
        Assert.Equal([0.1, 0.01, 0.5], groups.Select(g => g.LearningRate));
        Assert.Equal(0.1, groups[0].InitialLearningRate);

        groups[2].LearningRate = 0;
        (fast + slow + frozen).sum().backward();
        optimizer.step();

        // the first step of Adam moves by the rate itself
        fast.ShouldBe([0.9f]);
        slow.ShouldBe([0.99f]);
        frozen.ShouldBe([1]);
    }

    [Fact]
    public void Step_ParameterWithoutGradient_IsLeftAlone()
    {
        using var used = nn.Parameter(ones(1));
        using var unused = nn.Parameter(ones(1));
        using var optimizer = optim.AdamW([used, unused], lr: 0.1, weight_decay: 0.5);

        used.sum().backward();
        optimizer.step();

        unused.ShouldBe([1]);
        Assert.NotEqual(1f, used.item<float>());
    }

    [Fact]
    public void SaveState_Resumed_ContinuesBitForBit()
    {
        float[] Train(Parameter parameter, AdamW optimizer, int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                optimizer.zero_grad();
                (parameter * (i + 1)).tanh().pow(2).sum().backward();
                optimizer.step();
            }
            return parameter.Floats();
        }

        using var whole = nn.Parameter(tensor(new float[] { 1, -0.5f, 2 }));
        using var wholeOptimizer = optim.AdamW([whole], lr: 0.02, weight_decay: 0.01);
        using var state = new MemoryStream();
        var middle = Train(whole, wholeOptimizer, 0, 5);
        using (var writer = new BinaryWriter(state, System.Text.Encoding.UTF8, leaveOpen: true)) wholeOptimizer.save_state_dict(writer);
        var expected = Train(whole, wholeOptimizer, 5, 10);

        using var resumed = nn.Parameter(tensor(middle));
        using var resumedOptimizer = optim.AdamW([resumed], lr: 0.5);
        state.Position = 0;
        using (var reader = new BinaryReader(state)) resumedOptimizer.load_state_dict(reader);

        Assert.Equal(0.02, resumedOptimizer.ParamGroups.Single().LearningRate);
        Assert.Equal(expected, Train(resumed, resumedOptimizer, 5, 10));
    }

    [Fact]
    public void StateDict_Exposed_HasMomentsAndStep()
    {
        using var parameter = nn.Parameter(ones(2));
        using var optimizer = optim.AdamW([parameter], lr: 0.1, beta1: 0.9, beta2: 0.99);
        (parameter * 3).sum().backward();
        optimizer.step();

        var state = Assert.IsType<AdamW.State>(Assert.Single(optimizer.state_dict().State));

        Assert.Equal(1, state.step);
        state.exp_avg.ShouldBe([0.3f, 0.3f]);
        state.exp_avg_sq.ShouldBe([0.09f, 0.09f]);
        state.exp_avg.copy_(tensor(new float[] { 7, 7 }));
        ((AdamW.State)optimizer.state_dict().State[0]).exp_avg.ShouldBe([7, 7]);
    }

    [Fact]
    public void LambdaLR_Steps_ScaleEveryGroup()
    {
        using var parameter = nn.Parameter(ones(1));
        using var optimizer = optim.AdamW([parameter], lr: 0.2);
        var schedule = optim.lr_scheduler.LambdaLR(optimizer, step => Math.Min(1, (step + 1) / 4.0));

        Assert.Equal(0.05, optimizer.ParamGroups.Single().LearningRate, 1e-12);
        schedule.step();
        Assert.Equal(0.1, optimizer.ParamGroups.Single().LearningRate, 1e-12);
        Assert.Equal(0.1, schedule.get_last_lr().Single(), 1e-12);
    }

    [Fact]
    public void Optimizers_AdamAndSgd_TakeTheirSteps()
    {
        using var a = nn.Parameter(ones(1));
        using var b = nn.Parameter(ones(1));
        using var adam = optim.Adam([a], lr: 0.1);
        using var sgd = optim.SGD([b], 0.1, momentum: 0.5);
        for (var i = 0; i < 2; i++)
        {
            adam.zero_grad();
            sgd.zero_grad();
            (a + b * 2).sum().backward();
            adam.step();
            sgd.step();
        }

        a.ShouldBe([0.8f]);
        b.ShouldBe([1 - 0.2f - 0.3f]);
    }
}
