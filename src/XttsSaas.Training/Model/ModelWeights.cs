using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>The tensors of a model part by the checkpoint's own names, on one device and in one floating-point type.</summary>
public sealed class ModelWeights : IDisposable
{
    private readonly Dictionary<string, Parameter> parameters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Projection> projections = new(StringComparer.Ordinal);

    public ModelWeights(Device device, ScalarType type = ScalarType.Float32) => (Device, Type) = (device, type);

    public Device Device { get; }

    public ScalarType Type { get; }

    /// <summary>The names in the order in which they were added.</summary>
    public IReadOnlyCollection<string> Names => parameters.Keys;

    /// <summary>All tensors, named.</summary>
    public IEnumerable<KeyValuePair<string, Parameter>> All => parameters;

    /// <summary>The matrices that the model's layers asked for, by tensor name: what an adapter can sit beside.</summary>
    public IReadOnlyDictionary<string, Projection> Projections => projections;

    /// <summary>The tensor <paramref name="name"/>.</summary>
    /// <exception cref="KeyNotFoundException">The checkpoint has no such tensor.</exception>
    public Parameter this[string name] =>
        parameters.TryGetValue(name, out var parameter)
            ? parameter
            : throw new KeyNotFoundException($"The checkpoint lacks the tensor '{name}'.");

    public bool Contains(string name) => parameters.ContainsKey(name);

    /// <summary>Copies <paramref name="values"/> (row-major) to the device as <see cref="Type"/> under <paramref name="name"/>, frozen.</summary>
    public void Add(string name, float[] values, long[] shape)
    {
        using var scope = NewDisposeScope();
        var host = tensor(values, shape).to(Device).to_type(Type);
        parameters.Add(name, new Parameter(host, requires_grad: false).DetachFromScope());
    }

    /// <summary>The matrix <c>prefix.weight</c> with <c>prefix.bias</c> where there is one.</summary>
    public Projection Projection(string prefix, WeightLayout layout)
    {
        var name = prefix + ".weight";
        if (!projections.TryGetValue(name, out var projection))
        {
            projection = new Projection(name, this[name], parameters.GetValueOrDefault(prefix + ".bias"), layout);
            projections.Add(name, projection);
        }

        return projection;
    }

    /// <summary>How many numbered members <c>prefix.0</c>, <c>prefix.1</c>, … there are.</summary>
    public int Count(string prefix)
    {
        var count = 0;
        while (parameters.Keys.Any(name => name.StartsWith($"{prefix}.{count}.", StringComparison.Ordinal)))
            count++;
        return count;
    }

    public void Dispose()
    {
        foreach (var parameter in parameters.Values)
            parameter.Dispose();
        parameters.Clear();
    }
}
