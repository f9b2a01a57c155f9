using Microsoft.AspNetCore.Http.HttpResults;
using XttsSaas.Abstractions.Capacity;
using XttsSaas.Web.Identity;

namespace XttsSaas.Web.Admin;

/// <summary>/v1/admin: operators only; to everybody else these addresses do not exist.</summary>
public static class AdminEndpoints
{
    public static void MapAdmin(this IEndpointRouteBuilder app)
    {
        var admin = app.MapGroup("/v1/admin").WithTags("Admin").RequireAuthorization(Policies.Operator);
        admin.MapGet("/capacity", GetCapacityAsync).WithName("GetCapacity").WithSummary("Devices, their leases and the queue.");
        admin.MapPost("/capacity/{silo}/{device}/drain", DrainAsync).WithName("DrainDevice").WithSummary("Give a device no new work; what runs on it finishes.");
        admin.MapPost("/capacity/{silo}/{device}/undrain", UndrainAsync).WithName("UndrainDevice").WithSummary("Let a device take work again.");
        admin.MapTenants();
    }

    private static IGpuPoolGrain Pool(IGrainFactory grains) => grains.GetGrain<IGpuPoolGrain>(IGpuPoolGrain.DefaultPool);

    private static async Task<Ok<PoolSnapshot>> GetCapacityAsync(IGrainFactory grains) =>
        TypedResults.Ok(await Pool(grains).GetAsync());

    private static async Task<Results<NoContent, ProblemResult>> DrainAsync(string silo, string device, IGrainFactory grains) =>
        (await Pool(grains).DrainAsync(silo, device)).ToNoContent();

    private static async Task<Results<NoContent, ProblemResult>> UndrainAsync(string silo, string device, IGrainFactory grains) =>
        (await Pool(grains).UndrainAsync(silo, device)).ToNoContent();
}
