using XttsSaas.Xtts.Weights;

namespace XttsSaas.Silo.Models;

/// <summary>Puts the model that the platform ships into the model store, before anything asks for it.</summary>
public sealed class ShippedModelTask(IModelStore models) : IStartupTask
{
    public Task Execute(CancellationToken cancellationToken)
    {
        var folder = models.Resolve(models.BaseModelFolder(BaseModels.MiniName));
        BaseModels.EnsureMini(Path.GetDirectoryName(folder)!);
        return Task.CompletedTask;
    }
}
