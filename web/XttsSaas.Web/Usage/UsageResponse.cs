using XttsSaas.Abstractions.Quotas;
using XttsSaas.Domain.Ports;

namespace XttsSaas.Web.Usage;

/// <summary>Where the tenant stands in this period, and what each day of the asked time saw.</summary>
public sealed record UsageResponse(QuotaSnapshot Period, DateTimeOffset From, DateTimeOffset To, IReadOnlyList<UsageDay> Days);
