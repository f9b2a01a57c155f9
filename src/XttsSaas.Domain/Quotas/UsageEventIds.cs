namespace XttsSaas.Domain.Quotas;

/// <summary>Ids of ledger lines, derived from the fact: the same fact can be recorded only once.</summary>
public static class UsageEventIds
{
    public static string Speech(RequestId request) => $"speech:{request}";

    public static string Training(SessionId session) => $"training:{session}";
}
