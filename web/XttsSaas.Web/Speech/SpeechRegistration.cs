namespace XttsSaas.Web.Speech;

public static class SpeechRegistration
{
    public static WebApplicationBuilder AddSpeech(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Speaker>();
        return builder;
    }
}
