using XttsSaas.Abstractions.Results;
using XttsSaas.Abstractions.Training;
using XttsSaas.Domain.Training;

namespace XttsSaas.Domain.Tests.Training;

public sealed class SessionStateMachineTests
{
    private static readonly (SessionState From, SessionState To)[] Allowed =
    [
        (SessionState.Queued, SessionState.Running),
        (SessionState.Queued, SessionState.Cancelled),
        (SessionState.Running, SessionState.Completed),
        (SessionState.Running, SessionState.Failed),
        (SessionState.Running, SessionState.Cancelled),
        (SessionState.Running, SessionState.Interrupted),
        (SessionState.Interrupted, SessionState.Queued),
        (SessionState.Interrupted, SessionState.Failed),
        (SessionState.Interrupted, SessionState.Cancelled),
    ];

    [Fact]
    public void Check_EveryPair_MatchesTheTable()
    {
        foreach (var from in Enum.GetValues<SessionState>())
        {
            foreach (var to in Enum.GetValues<SessionState>())
            {
                var result = SessionStateMachine.Check(from, to);
                Assert.Equal(Allowed.Contains((from, to)), result.Succeeded);
                Assert.True(result.Succeeded || result.Error!.Code == ErrorCode.InvalidState);
            }
        }
    }

    [Fact]
    public void IsFinal_ThreeStates_AreTheEnds() => Assert.Equal(
        new[] { SessionState.Completed, SessionState.Failed, SessionState.Cancelled },
        Enum.GetValues<SessionState>().Where(SessionStateMachine.IsFinal));

    [Fact]
    public void Check_FromFinal_SaysThatItIsFinal() => Assert.Equal(
        "The session is Completed and cannot become Cancelled; that is final.",
        SessionStateMachine.Check(SessionState.Completed, SessionState.Cancelled).Error!.Message);
}
