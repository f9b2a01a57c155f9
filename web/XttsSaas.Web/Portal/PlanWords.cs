using Microsoft.Extensions.Localization;
using XttsSaas.Domain.Plans;

namespace XttsSaas.Web.Portal;

/// <summary>A plan's limits as sentences.</summary>
public static class PlanWords
{
    private const int SecondsPerHour = 3600;

    public static string Name(Plan plan) => string.Concat(plan.Name[..1].ToUpperInvariant(), plan.Name.AsSpan(1));

    public static IEnumerable<string> Limits(Plan plan, IStringLocalizer text) =>
    [
        text["{0} characters of speech a month", Format.Count(plan.CharactersPerMonth)],
        text["{0} hours of training a month", Format.Count(plan.TrainingSecondsPerMonth / SecondsPerHour)],
        text["{0} requests at the same time", Format.Count(plan.ConcurrentRequests)],
        text["{0} recordings per dataset, up to {1} each", Format.Count(plan.MaxSources), Format.Bytes(plan.MaxSourceBytes)],
    ];
}
