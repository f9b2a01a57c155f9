namespace XttsSaas.Domain.Ports;

/// <summary>Names under which grains persist their state; the storage provider and the resource directory share them.</summary>
public static class GrainStateNames
{
    /// <summary>The one storage provider.</summary>
    public const string Storage = "database";

    public const string Tenant = "Tenant";
    public const string Voice = nameof(ResourceKind.Voice);
    public const string Dataset = nameof(ResourceKind.Dataset);
    public const string TrainingSession = nameof(ResourceKind.TrainingSession);
    public const string GpuPool = "GpuPool";
}
