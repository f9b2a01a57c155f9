namespace XttsSaas.Compat.Contracts.TorchSharp;

/// <summary>The default generator, the thread count and the memory of the process are shared: these tests run alone, one after another.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TorchCollection
{
    public const string Name = "TorchSharp";
}
