namespace XttsSaas.Web.Training;

public static class TrainingRegistration
{
    public static WebApplicationBuilder AddTraining(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<TrainingFeed>();
        return builder;
    }
}
