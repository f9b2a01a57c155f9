using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>Keeps named intermediate results of a forward pass, for inspection. The tensors belong to the scope in which the pass ran.</summary>
public sealed class TensorTrace
{
    private readonly Dictionary<string, Tensor> tensors = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Tensor> Tensors => tensors;

    internal void Record(string name, Tensor tensor) => tensors[name] = tensor;
}
