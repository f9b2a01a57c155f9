using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace XttsSaas.Web.OpenApi;

/// <summary>The API's description at /openapi/v1.json.</summary>
public static class OpenApiRegistration
{
    public const string Document = "v1";

    public static WebApplicationBuilder AddApiDocument(this WebApplicationBuilder builder)
    {
        builder.Services.AddOpenApi(Document, options =>
        {
            options.ShouldInclude = description => description.RelativePath?.StartsWith("v1", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer(DescribeAsync);
            options.AddSchemaTransformer(IdSchemas.DescribeAsync);
        });
        return builder;
    }

    public static void MapApiDocument(this IEndpointRouteBuilder app) => app.MapOpenApi().AllowAnonymous();

    private static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "XttsSaas",
            Version = Document,
            Description = "Voices from recordings, and speech from text. Errors are application/problem+json with a stable code. Lists are paged with limit and after.",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["bearer"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "An API key (xtts_…) or the access token of /v1/login.",
            },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", document)] = [] }];
        return Task.CompletedTask;
    }
}
