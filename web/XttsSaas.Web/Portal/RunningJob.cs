namespace XttsSaas.Web.Portal;

/// <summary>A line of the status strip. Progress is <paramref name="Done"/> of <paramref name="Total"/>; total 0 means it waits.</summary>
public sealed record RunningJob(string Title, string Address, string Step, int Done, int Total, double? SecondsLeft);
