using XttsSaas.Abstractions.Tenants;

namespace XttsSaas.Domain.Plans;

/// <summary>The plans that can be had.</summary>
public static class PlanCatalogue
{
    private const long Hour = 3600;
    private const long Mebibyte = 1L << 20;

    public static Plan Free { get; } = new("free", 10_000, 2 * Hour, 2, 50, 200 * Mebibyte);

    public static Plan Creator { get; } = new("creator", 200_000, 20 * Hour, 5, 500, 1024 * Mebibyte);

    public static Plan Pro { get; } = new("pro", 2_000_000, 200 * Hour, 20, 5_000, 4096 * Mebibyte);

    public static IReadOnlyList<Plan> All { get; } = new[] { Free, Creator, Pro };

    public static Result<Plan> Find(string name) =>
        All.FirstOrDefault(p => p.Name == name) is { } plan
            ? plan
            : Error.Invalid("plan", $"There is no such plan; choose one of {string.Join(", ", All.Select(p => p.Name))}.");

    /// <summary>A tenant's plan; without a profile, or with a plan that is no longer offered, the smallest.</summary>
    public static Plan OfTenant(TenantProfile? profile) =>
        All.FirstOrDefault(p => p.Name == profile?.Plan) ?? Free;
}
