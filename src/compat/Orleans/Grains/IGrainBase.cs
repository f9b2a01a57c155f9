namespace Orleans;

/// <summary>A grain class that need not derive from <see cref="Grain"/>.</summary>
public interface IGrainBase
{
    Runtime.IGrainContext GrainContext { get; }

    Task OnActivateAsync(CancellationToken token) => Task.CompletedTask;

    Task OnDeactivateAsync(DeactivationReason reason, CancellationToken token) => Task.CompletedTask;
}
