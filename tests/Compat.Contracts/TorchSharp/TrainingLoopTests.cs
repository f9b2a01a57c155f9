using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Compat.Contracts.TorchSharp;

[Collection(TorchCollection.Name)]
public sealed class TrainingLoopTests
{
    [Fact]
    public void Training_ThousandSteps_LearnsWithFlatMemory()
    {
        manual_seed(11);
        using var outer = NewDisposeScope();
        using var model = nn.Sequential(nn.Linear(64, 256), nn.GELU(), nn.LayerNorm(256), nn.Linear(256, 64));
        using var optimizer = optim.AdamW(model.parameters(), lr: 1e-3, weight_decay: 0.01);
        var data = randn(256, 64);
        var target = data.tanh();
        double first = 0, last = 0;
        long live = 0, resident = 0;

        for (var step = 0; step < 1000; step++)
        {
            using (NewDisposeScope())
            {
                optimizer.zero_grad();
                var loss = nn.functional.mse_loss(model.call(data), target);
                loss.backward();
                nn.utils.clip_grad_norm_(model.parameters(), 1.0);
                optimizer.step();
                last = loss.item<float>();
            }
            if (step == 0) first = last;
            if (step == 200) (live, resident) = (DisposeScopeManager.Statistics.ThreadTotalLiveCount, Environment.WorkingSet);
        }

        Assert.True(last < first / 5, $"loss went from {first} to {last}");
        Assert.Equal(live, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        // one step makes about 2 MB of activations: 800 leaked steps would be 1.6 GB
        Assert.True(Environment.WorkingSet - resident < 100 << 20, $"resident memory grew by {(Environment.WorkingSet - resident) >> 20} MiB");
    }

    [Fact]
    public void Finalizers_UndisposedTensors_AreReleased()
    {
        var before = Tensor.TotalCount;
        MakeGarbage();
        for (var i = 0; i < 10 && Tensor.TotalCount >= before + 1000; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.True(Tensor.TotalCount < before + 1000, $"{Tensor.TotalCount - before} tensors are left of 10000");
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void MakeGarbage()
    {
        for (var i = 0; i < 10000; i++) _ = ones(8);
    }

    [Fact]
    public void Training_SameSeed_IsBitForBitTheSame() => Assert.Equal(Train(), Train());

    [Fact]
    public void Operations_ManyThreads_ComputeIndependently()
    {
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 4 }, number =>
        {
            using var scope = NewDisposeScope();
            var x = full(100, number, float32, requires_grad: true);
            for (var i = 0; i < 50; i++)
            {
                using var inner = NewDisposeScope();
                (x * x).sum().backward();
            }
            Assert.All(x.grad!.Floats(), g => Assert.Equal(100f * number, g));
            if (number % 2 == 0) using (no_grad()) Assert.False(is_grad_enabled());
            Assert.True(is_grad_enabled());
        });
    }

    private static float[] Train()
    {
        manual_seed(5);
        using var scope = NewDisposeScope();
        using var model = nn.Sequential(nn.Linear(8, 16), nn.Dropout(0.3), nn.Tanh(), nn.Linear(16, 1));
        using var optimizer = optim.AdamW(model.parameters(), lr: 1e-2);
        var losses = new float[20];
        for (var step = 0; step < losses.Length; step++)
        {
            using var inner = NewDisposeScope();
            optimizer.zero_grad();
            var loss = model.call(randn(16, 8)).pow(2).mean();
            loss.backward();
            optimizer.step();
            losses[step] = loss.item<float>();
        }
        return losses;
    }
}
