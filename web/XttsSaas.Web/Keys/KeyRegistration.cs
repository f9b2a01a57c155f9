using XttsSaas.Web.Composition;

namespace XttsSaas.Web.Keys;

public static class KeyRegistration
{
    public static WebApplicationBuilder AddKeys(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => new ApiKeyHasher(
            ApiKeyPepper.Load(builder.Configuration[ApiKeyPepper.Setting], services.GetRequiredService<DataFolder>().Root)));
        builder.Services.AddScoped<ApiKeys>();
        return builder;
    }
}
