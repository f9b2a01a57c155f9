using XttsSaas.Abstractions.Datasets;
using XttsSaas.Abstractions.Training;

namespace XttsSaas.Web.Portal;

/// <summary>The badge class of a state; the state's name stands beside it, so colour never speaks alone.</summary>
public static class StateTone
{
    public static string Of(DatasetState state) => state switch
    {
        DatasetState.Processing or DatasetState.Building => "busy",
        DatasetState.Ready => "warn",
        DatasetState.Built => "good",
        DatasetState.Failed => "bad",
        _ => string.Empty,
    };

    public static string Of(SessionState state) => state switch
    {
        SessionState.Running => "busy",
        SessionState.Interrupted => "warn",
        SessionState.Completed => "good",
        SessionState.Failed => "bad",
        _ => string.Empty,
    };
}
