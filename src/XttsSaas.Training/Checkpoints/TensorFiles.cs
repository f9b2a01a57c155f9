using TorchSharp;
using TorchSharp.Modules;
using XttsSaas.Training.Model;
using XttsSaas.Xtts.Safetensors;
using XttsSaas.Xtts.Tensors;
using static TorchSharp.torch;

namespace XttsSaas.Training.Checkpoints;

/// <summary>Named tensors to and from safetensors files, float32, one on the host at a time.</summary>
internal static class TensorFiles
{
    public static void Save(string path, IEnumerable<KeyValuePair<string, Tensor>> tensors, IReadOnlyDictionary<string, string>? metadata = null) =>
        SafetensorsWriter.Write(path, [.. tensors.Select(entry => Source(entry.Key, entry.Value))], metadata);

    /// <summary>Copies the file's values into <paramref name="tensors"/> in place.</summary>
    /// <exception cref="Xtts.ModelFormatException">A tensor is missing or has another shape: the file is of another run.</exception>
    public static void Load(string path, IEnumerable<KeyValuePair<string, Tensor>> tensors)
    {
        using var file = SafetensorsFile.Open(path);
        Load(file, tensors);
    }

    /// <inheritdoc cref="Load(string, IEnumerable{KeyValuePair{string, Tensor}})"/>
    public static void Load(SafetensorsFile file, IEnumerable<KeyValuePair<string, Tensor>> tensors)
    {
        using var gradients = no_grad();
        foreach (var (name, target) in tensors)
        {
            using var scope = NewDisposeScope();
            var shape = file.Find(name).Shape.ToArray();
            if (!shape.AsSpan().SequenceEqual(target.shape))
                throw new Xtts.ModelFormatException($"{file.Path}: {name} has shape [{string.Join(", ", shape)}]; the run needs [{string.Join(", ", target.shape)}].");
            target.copy_(tensor(file.ReadSingle(name), shape));
        }
    }

    /// <summary>Parameters seen as the tensors that they are.</summary>
    public static IEnumerable<KeyValuePair<string, Tensor>> AsTensors(this IEnumerable<KeyValuePair<string, Parameter>> parameters) =>
        parameters.Select(entry => KeyValuePair.Create<string, Tensor>(entry.Key, entry.Value));

    private static TensorSource Source(string name, Tensor tensor)
    {
        var shape = new TensorShape(tensor.shape);
        return new TensorSource(name, shape, TensorType.F32,
            stream => stream.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(tensor.ToHostArray().AsSpan())));
    }
}
