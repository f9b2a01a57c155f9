using XttsSaas.Abstractions.Ids;
using XttsSaas.Abstractions.Results;
using XttsSaas.Silo.Training;
using XttsSaas.Training.Protocol;

namespace XttsSaas.Silo.Tests.Training;

public sealed class WorkerJournalTests
{
    private static readonly LeaseId Lease = LeaseId.New(DateTimeOffset.UnixEpoch);
    private readonly WorkerJournal _journal = new(Lease, "/models/t/run", "/models", TimeProvider.System);

    [Fact]
    public void Peek_BeforeTheRunStarted_IsNothing()
    {
        _journal.Add(new WarningEvent(0, "x", "y"));

        Assert.Null(_journal.Peek());
    }

    [Fact]
    public void Delivered_WithNewsMeanwhile_KeepsOnlyTheNews()
    {
        _journal.Add(Started());
        _journal.Add(Step(1));
        var first = _journal.Peek()!;
        _journal.Add(Step(2));

        _journal.Delivered(first);

        Assert.Equal(2, Assert.Single(_journal.Peek()!.Metrics).Step);
    }

    [Fact]
    public void Peek_NotDelivered_GoesWithTheNext()
    {
        _journal.Add(Started());
        _journal.Add(Step(1));
        _journal.Peek();
        _journal.Add(Step(2));

        Assert.Equal(new[] { 1, 2 }, _journal.Peek()!.Metrics.Select(m => m.Step));
    }

    [Fact]
    public void Delivered_Everything_LeavesNothing()
    {
        _journal.Add(Started());
        _journal.Delivered(_journal.Peek()!);

        Assert.Null(_journal.Peek());
    }

    [Theory]
    [InlineData(WorkerCodes.Diverged, true)]
    [InlineData(WorkerCodes.InvalidCheckpoint, true)]
    [InlineData(WorkerCodes.Cancelled, false)]
    [InlineData(WorkerCodes.OutputInUse, false)]
    [InlineData(WorkerCodes.Unexpected, false)]
    public void Failure_ByCode_IsFinalOnlyWhereARetryIsVain(string code, bool final)
    {
        _journal.Add(new FailedEvent(code, "why"));

        Assert.Equal(final ? new Error(ErrorCode.TrainingFailed, "why") : null, _journal.Failure);
    }

    [Fact]
    public void Result_AbsolutePath_IsRelativeToTheModelStore()
    {
        _journal.Add(new CompletedEvent(4, 2, "/models/t/run/final", "bb", null));

        Assert.Equal("t/run/final", _journal.Result!.Checkpoint);
    }

    private static StartedEvent Started() => new(0, 4, "cpu", 1, 1, 1, 1, []);

    private static StepEvent Step(int step) => new(step, 1, 1, 1, 1, 1, 1, 1, 1, 1);
}
