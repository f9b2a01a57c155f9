using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>Moving tensors out of dispose scopes with their own type kept.</summary>
internal static class TensorScopes
{
    /// <summary>Takes <paramref name="parameter"/> out of the current dispose scope: its owner disposes of it.</summary>
    public static Parameter DetachFromScope(this Parameter parameter)
    {
        parameter.DetachFromDisposeScope();
        return parameter;
    }

    /// <summary>The values of <paramref name="source"/>, row-major, on the host.</summary>
    public static float[] ToHostArray(this Tensor source)
    {
        using var scope = NewDisposeScope();
        return source.detach().cpu().to_type(ScalarType.Float32).contiguous().data<float>().ToArray();
    }
}
