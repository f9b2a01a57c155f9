namespace XttsSaas.Web.Voices;

public static class VoiceRegistration
{
    public static WebApplicationBuilder AddVoices(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ReferenceUpload>();
        return builder;
    }
}
