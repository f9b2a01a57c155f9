using Microsoft.Extensions.Localization;
using XttsSaas.Abstractions.Training;

namespace XttsSaas.Web.Portal;

/// <summary>A session's state and outlook in one sentence, to stand beside the badge with the state's name.</summary>
public static class SessionSentence
{
    public static string Of(SessionDetails session, IStringLocalizer text)
    {
        var parts = new List<string>();
        if (State(session, text) is { } state)
            parts.Add(state);
        if (session.Step > 0 || session.State == SessionState.Running)
            parts.Add(text["step {0} of {1}", Format.Count(session.Step), Format.Count(session.TotalSteps)]);
        if (session is { State: SessionState.Running, SecondsLeft: { } left })
            parts.Add(text["{0} left", Format.Remaining(left)]);
        if (session.BestStep is { } best)
            parts.Add(session.EndedAt is null ? text["best so far: step {0}", Format.Count(best)] : text["best: step {0}", Format.Count(best)]);
        if (session.Interruptions > 0)
            parts.Add(text["resumed {0} times", session.Interruptions]);
        return string.Join(" · ", parts);
    }

    /// <summary>Null for the states that need no more words than their badge.</summary>
    private static string? State(SessionDetails session, IStringLocalizer text) => session.State switch
    {
        SessionState.Running when session.Device is { } device => text["Running on {0}", device].Value,
        SessionState.Queued => text["Waiting for a free device"].Value,
        SessionState.Interrupted => text["Interrupted; goes on from the last checkpoint by itself"].Value,
        _ => null,
    };
}
