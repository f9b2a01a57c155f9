using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using XttsSaas.Domain.Ports;

namespace XttsSaas.Web.Tests.Hosting;

/// <summary>
/// The real platform on a real port with a data folder of its own. Only what needs a model or minutes is scripted:
/// the speech engine, the dataset steps and the training workers.
/// </summary>
public sealed class PlatformFixture : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string OperatorEmail = "operator@example.com";
    public const string OperatorPassword = "operator pass phrase";

    private const string MaxRequestBytes = "8000000";

    public string DataRoot { get; } = Directory.CreateTempSubdirectory("xtts-web-tests-").FullName;

    public ScriptedSpeechEngine Engine { get; } = new();

    public ScriptedDatasetSteps Steps { get; } = new();

    public ScriptedTrainingWorkers Workers { get; } = new();

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public ValueTask InitializeAsync()
    {
        UseKestrel(0);
        StartServer();
        Steps.Attach(Services);
        return ValueTask.CompletedTask;
    }

    /// <summary>A client without any credentials; it keeps cookies and follows no redirects.</summary>
    public ApiClient Anonymous() => new(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = ClientOptions.BaseAddress });

    /// <summary>Signs a new customer up; the client carries the access token.</summary>
    public async Task<ApiClient> SignUpAsync(string organization = "Acme")
    {
        var client = Anonymous();
        var answer = await client.PostAsync("/v1/signup", new { email = $"{Guid.NewGuid():n}@example.com", password = "a long pass phrase", organization });
        client.Use(answer.GetProperty("accessToken").GetString()!);
        client.Tenant = TenantId.Parse(answer.GetProperty("tenant").GetString()!, null);
        return client;
    }

    public async Task<ApiClient> OperatorAsync()
    {
        var client = Anonymous();
        var answer = await client.PostAsync("/v1/login", new { email = OperatorEmail, password = OperatorPassword });
        client.Use(answer.GetProperty("accessToken").GetString()!);
        return client;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(DataRoot, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Production);
        builder.UseSetting("Data:Root", DataRoot);
        builder.UseSetting("Operators:Email", OperatorEmail);
        builder.UseSetting("Operators:Password", OperatorPassword);
        builder.UseSetting("Uploads:MaxRequestBytes", MaxRequestBytes);
        builder.UseSetting("Devices:CpuSlots", "0");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<ISpeechEngine>(Engine));
            services.Replace(ServiceDescriptor.Singleton<IDatasetSteps>(Steps));
            services.Replace(ServiceDescriptor.Singleton<ITrainingWorkers>(Workers));
        });
    }
}
