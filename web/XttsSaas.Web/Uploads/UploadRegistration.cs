using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace XttsSaas.Web.Uploads;

/// <summary>Size limits of bodies, and the way recordings come in.</summary>
public static class UploadRegistration
{
    public static WebApplicationBuilder AddUploads(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<UploadOptions>().BindConfiguration(UploadOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<UploadOptions>, UploadOptionsValidator>();
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<UploadOptions>>(
            (kestrel, uploads) => kestrel.Limits.MaxRequestBodySize = uploads.Value.MaxJsonBytes);
        services.AddSingleton<AudioIntake>();
        return builder;
    }

    /// <summary>Lets an endpoint take files; all others take no more than a JSON body.</summary>
    public static RouteHandlerBuilder TakesFiles(this RouteHandlerBuilder endpoint, IEndpointRouteBuilder app) => endpoint
        .Accepts<IFormFile>("multipart/form-data")
        .WithMetadata(new RequestSizeLimitAttribute(app.ServiceProvider.GetRequiredService<IOptions<UploadOptions>>().Value.MaxRequestBytes));
}
