namespace XttsSaas.Web.Datasets;

public static class DatasetRegistration
{
    public static WebApplicationBuilder AddDatasets(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<SourceUpload>();
        return builder;
    }
}
