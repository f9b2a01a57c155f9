using Microsoft.Extensions.Options;
using XttsSaas.Domain.Ports;
using XttsSaas.Xtts;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Configuration;

namespace XttsSaas.Web.Models;

/// <summary>The base models in the model store, as their own manifests describe them.</summary>
public sealed partial class ModelCatalogue(IModelStore store, IOptions<ModelOptions> options, ILogger<ModelCatalogue> logger)
{
    /// <summary>In the order of their names; a folder that is no model is left out and logged.</summary>
    public IReadOnlyList<ModelResponse> List()
    {
        var root = Path.GetDirectoryName(store.Resolve(store.BaseModelFolder("any")))!;
        if (!Directory.Exists(root))
            return [];
        return [.. Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal).Select(Read).OfType<ModelResponse>()];
    }

    private ModelResponse? Read(string folder)
    {
        var name = Path.GetFileName(folder);
        try
        {
            var origin = CheckpointManifest.Load(Path.Combine(folder, CheckpointFiles.Manifest)).Origin;
            var config = XttsConfig.Load(Path.Combine(folder, CheckpointFiles.Config));
            return new ModelResponse(name, origin.Licence, origin.CommercialUse, config.Languages, name == options.Value.Default);
        }
        catch (Exception fault) when (fault is ModelFormatException or IOException)
        {
            LogUnreadable(logger, fault, name);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The base model {Name} cannot be read and is not offered")]
    private static partial void LogUnreadable(ILogger logger, Exception exception, string name);
}
