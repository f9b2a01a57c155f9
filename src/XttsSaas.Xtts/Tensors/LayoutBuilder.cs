namespace XttsSaas.Xtts.Tensors;

/// <summary>Collects tensor specifications in the words of the layers that own them.</summary>
internal sealed class LayoutBuilder
{
    private readonly List<TensorSpec> _specs = [];

    public IReadOnlyList<TensorSpec> Specs => _specs;

    public void Parameter(string name, params ReadOnlySpan<long> dims) =>
        _specs.Add(new TensorSpec(name, new TensorShape(dims), TensorType.F32, TensorKind.Parameter));

    public void Buffer(string name, params ReadOnlySpan<long> dims) =>
        _specs.Add(new TensorSpec(name, new TensorShape(dims), TensorType.F32, TensorKind.Buffer));

    public void Counter(string name, params ReadOnlySpan<long> dims) =>
        _specs.Add(new TensorSpec(name, new TensorShape(dims), TensorType.I64, TensorKind.Buffer));

    /// <summary>A weight of the given shape and a bias as long as its first dimension.</summary>
    public void Affine(string name, params ReadOnlySpan<long> dims)
    {
        Parameter(name + ".weight", dims);
        Parameter(name + ".bias", dims[0]);
    }

    /// <summary>A GPT-2 matrix, stored [in, out].</summary>
    public void Matrix(string name, long inputs, long outputs)
    {
        Parameter(name + ".weight", inputs, outputs);
        Parameter(name + ".bias", outputs);
    }

    public void Norm(string name, long channels)
    {
        Parameter(name + ".weight", channels);
        Parameter(name + ".bias", channels);
    }

    public void BatchNorm(string name, long channels)
    {
        Norm(name, channels);
        Buffer(name + ".running_mean", channels);
        Buffer(name + ".running_var", channels);
        Counter(name + ".num_batches_tracked");
    }

    /// <summary>A weight-normalised convolution; the norm runs over all dimensions but the first.</summary>
    public void WeightNorm(string name, long outputs, params ReadOnlySpan<long> dims)
    {
        Parameter(name + ".bias", outputs);
        Parameter(name + TensorNames.WeightGain, dims[0], 1, 1);
        Parameter(name + TensorNames.WeightDirection, dims);
    }
}
