using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using XttsSaas.Domain.Ports;
using XttsSaas.Storage.Blobs;
using XttsSaas.Storage.Models;

namespace XttsSaas.Storage;

/// <summary>Registers the blob store and the model store on local disk.</summary>
public static class StorageServices
{
    public static IServiceCollection AddPlatformStorage(this IServiceCollection services, Action<StorageOptions> configure)
    {
        services.AddOptions<StorageOptions>().Configure(configure).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddSingleton<IBlobStore, LocalBlobStore>();
        services.AddSingleton<IModelStore, LocalModelStore>();
        return services;
    }
}
