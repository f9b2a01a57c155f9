using Microsoft.AspNetCore.Http.HttpResults;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Paging;

namespace XttsSaas.Web.Models;

/// <summary>GET /v1/models.</summary>
public static class ModelEndpoints
{
    public static void MapModels(this IEndpointRouteBuilder app) =>
        app.MapGet("/v1/models", List).WithTags("Models").RequireAuthorization(Policies.Tenant)
            .WithName("ListModels").WithSummary("List the base models with their licences.");

    private static Ok<Page<ModelResponse>> List(ModelCatalogue models) => TypedResults.Ok(new Page<ModelResponse>(models.List(), Next: null));
}
