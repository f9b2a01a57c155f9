using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>Conversions between element types.</summary>
internal static class TensorTypes
{
    /// <summary><paramref name="source"/> in <paramref name="type"/>; itself where it is of that type. Gradients go back in the source's own.</summary>
    public static Tensor OfType(this Tensor source, ScalarType type) => source.dtype == type ? source : source.to_type(type);
}
