using XttsSaas.Abstractions.Training;

namespace XttsSaas.Domain.Training;

/// <summary>Which state of a training session may follow which.</summary>
public static class SessionStateMachine
{
    private static readonly Dictionary<SessionState, SessionState[]> Next = new()
    {
        [SessionState.Queued] = [SessionState.Running, SessionState.Cancelled],
        [SessionState.Running] = [SessionState.Completed, SessionState.Failed, SessionState.Cancelled, SessionState.Interrupted],
        [SessionState.Interrupted] = [SessionState.Queued, SessionState.Failed, SessionState.Cancelled],
        [SessionState.Completed] = [],
        [SessionState.Failed] = [],
        [SessionState.Cancelled] = [],
    };

    /// <summary>True for a state that nothing follows.</summary>
    public static bool IsFinal(SessionState state) => Next[state].Length == 0;

    public static bool Allows(SessionState from, SessionState to) => Next[from].Contains(to);

    /// <summary>Success, or <see cref="ErrorCode.InvalidState"/> saying what the session is and what may follow.</summary>
    public static Result Check(SessionState from, SessionState to)
    {
        if (Allows(from, to))
            return Result.Success;
        var next = IsFinal(from) ? "that is final" : $"it can become {string.Join(", ", Next[from])}";
        return new Error(ErrorCode.InvalidState, $"The session is {from} and cannot become {to}; {next}.");
    }
}
