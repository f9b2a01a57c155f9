using XttsSaas.Abstractions.Ids;
using XttsSaas.Abstractions.Training;
using XttsSaas.Domain.Training;

namespace XttsSaas.Domain.Tests.Training;

public sealed class SessionProgressTests
{
    private static readonly LeaseId Lease = LeaseId.New(DateTimeOffset.UnixEpoch);

    private static readonly SessionDetails New = new(
        Ids.Session(1), null!, SessionState.Running, null, 0, 40, null, null, null, null, null, null, [], null, null, 0, 0, default, null, null);

    [Fact]
    public void Apply_FirstAndLaterMetrics_KeepsTheFirstAndTheLastLoss()
    {
        var session = SessionProgress.Apply(New, Report(2, [Train(1, 5), Train(2, 4), Validation(2, 6)]));
        session = SessionProgress.Apply(session, Report(3, [Train(3, 3), Validation(3, 5)]));

        Assert.Equal((5, 3, 6, 5), (session.FirstTrainLoss, session.LastTrainLoss, session.FirstValidationLoss, session.LastValidationLoss));
        Assert.Equal(3, session.Step);
    }

    [Fact]
    public void Apply_ReportWithoutMetrics_KeepsTheLosses()
    {
        var session = SessionProgress.Apply(New, Report(1, [Train(1, 5)]));

        Assert.Equal(5, SessionProgress.Apply(session, Report(2, [])).LastTrainLoss);
    }

    [Fact]
    public void Apply_NewBestCheckpoint_TakesTheTitleFromTheOld()
    {
        var session = SessionProgress.Apply(New, Report(10, [], new TrainingCheckpoint(10, "a", "1", true, default)));
        session = SessionProgress.Apply(session, Report(20, [], new TrainingCheckpoint(20, "b", "2", true, default)));
        session = SessionProgress.Apply(session, Report(30, [], new TrainingCheckpoint(30, "c", "3", false, default)));

        Assert.Equal(20, session.BestStep);
        Assert.Equal(new[] { false, true, false }, session.Checkpoints.Select(c => c.Best));
        Assert.Equal(30, SessionProgress.ResumeStep(session));
    }

    [Fact]
    public void Apply_SameStepAgain_ReplacesTheCheckpoint()
    {
        var session = SessionProgress.Apply(New, Report(10, [], new TrainingCheckpoint(10, "a", "1", true, default)));
        session = SessionProgress.Apply(session, Report(10, [], new TrainingCheckpoint(10, "a", "2", true, default)));

        Assert.Equal("2", Assert.Single(session.Checkpoints).Sha256);
    }

    private static WorkerReport Report(int step, TrainingMetric[] metrics, params TrainingCheckpoint[] checkpoints) =>
        new(Lease, step, 40, null, metrics, checkpoints);

    private static TrainingMetric Train(int step, double loss) => new(step, false, null, null, loss, null, null, null, default);

    private static TrainingMetric Validation(int step, double loss) => Train(step, loss) with { Validation = true };
}
