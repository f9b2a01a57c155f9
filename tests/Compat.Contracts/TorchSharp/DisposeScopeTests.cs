using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace XttsSaas.Compat.Contracts.TorchSharp;

[Collection(TorchCollection.Name)]
public sealed class DisposeScopeTests
{
    [Fact]
    public void Scope_End_DisposesWhatWasCreatedInside()
    {
        Tensor inner;
        using (var scope = NewDisposeScope())
        {
            inner = ones(2) + 1;
            Assert.True(scope.Contains(inner));
            Assert.Equal(2, scope.DisposablesCount);
        }

        Assert.True(inner.IsInvalid);
    }

    [Fact]
    public void MoveToOuter_ResultOfInnerScope_LivesAsLongAsTheOuter()
    {
        Tensor result;
        using (NewDisposeScope())
        {
            using (NewDisposeScope()) result = (ones(2) + 1).MoveToOuterDisposeScope();
            result.ShouldBe([2, 2]);
        }

        Assert.True(result.IsInvalid);
    }

    [Fact]
    public void Detach_FromScope_LivesUntilDisposed()
    {
        Tensor kept;
        using (NewDisposeScope()) kept = ones(2).DetachFromDisposeScope();

        kept.ShouldBe([1, 1]);
        kept.Dispose();
        Assert.True(kept.IsInvalid);
    }

    [Fact]
    public void MoveToOuter_OutermostScope_Detaches()
    {
        Tensor kept;
        using (var scope = NewDisposeScope()) kept = scope.MoveToOuter(ones(2));

        kept.ShouldBe([1, 1]);
        kept.Dispose();
    }

    [Fact]
    public void DisposeEverythingBut_Kept_LivesOn()
    {
        using var scope = NewDisposeScope();
        var first = ones(1);
        var second = ones(1);

        scope.DisposeEverythingBut(second);

        Assert.True(first.IsInvalid);
        Assert.False(second.IsInvalid);
    }

    [Fact]
    public async Task Scope_OtherThread_IsItsOwn()
    {
        using var scope = NewDisposeScope();

        var fromOther = await Task.Factory.StartNew(
            () => CurrentDisposeScope is null ? ones(1) : null, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        Assert.NotNull(fromOther);
        Assert.False(scope.Contains(fromOther));
        fromOther.Dispose();
    }

    [Fact]
    public void Statistics_CountLiveTensorsOfTheThread()
    {
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        using (NewDisposeScope())
        {
            _ = ones(1) + 1;
            Assert.Equal(before + 2, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        }

        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void Module_MadeInsideScope_OutlivesIt()
    {
        Linear layer;
        using (NewDisposeScope()) layer = nn.Linear(2, 3);

        using (NewDisposeScope()) Assert.Equal([1L, 3L], layer.call(ones(1, 2)).shape);
        layer.Dispose();
    }
}
