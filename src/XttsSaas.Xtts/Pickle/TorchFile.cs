using XttsSaas.Xtts.Files;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Pickle;

/// <summary>
/// The tensors of a file of <c>torch.save</c>: of a state dict, of the state dict under <c>model</c> in a trainer's checkpoint, or a bare
/// tensor, which gets the file's name. Memory-mapped; optimiser state and settings are left alone.
/// </summary>
public sealed class TorchFile : ITensorFile
{
    private const string ModelKey = "model";
    private readonly TorchArchive _archive;
    private readonly Dictionary<string, StridedTensor> _tensors;

    private TorchFile(string path, TorchArchive archive)
    {
        (Path, _archive) = (path, archive);
        _tensors = StateDict(archive.Root)
            .Where(item => item.Value is PickleTensor)
            .GroupBy(item => item.Name, item => (PickleTensor)item.Value!, StringComparer.Ordinal)
            .ToDictionary(item => item.Key, item => archive.Locate(item.Key, item.Last()), StringComparer.Ordinal);
        if (_tensors.Count == 0)
            throw new ModelFormatException($"{path} holds no tensors: {Describe(archive.Root)}.");
    }

    public string Path { get; }

    public IEnumerable<TensorInfo> Contents => _tensors.Values.Select(tensor => tensor.Info);

    /// <exception cref="ModelFormatException">Not a file of torch.save, damaged, not plain data, or without tensors.</exception>
    public static TorchFile Open(string path) => Open(path, MappedFile.Open(path));

    /// <summary>Takes the bytes over, also when it fails.</summary>
    internal static TorchFile Open(string path, FileBytes bytes)
    {
        var archive = TorchArchive.Open(path, bytes);
        try
        {
            return new TorchFile(path, archive);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    public void ReadBlocks(string name, TensorBlock read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (!_tensors.TryGetValue(name, out var tensor))
            throw new ModelFormatException($"{Path}: tensor {name} is missing.");
        tensor.ReadBlocks(read);
    }

    public void Dispose() => _archive.Dispose();

    private IEnumerable<(string Name, object? Value)> StateDict(object? root) => root switch
    {
        PickleDict checkpoint when checkpoint[ModelKey] is PickleDict model => model.Named(),
        PickleDict state => state.Named(),
        PickleTensor => [(System.IO.Path.GetFileNameWithoutExtension(Path), root)],
        _ => [],
    };

    private static string Describe(object? root) => root switch
    {
        PickleDict dict => $"it is a dictionary with the keys {string.Join(", ", dict.Named().Select(item => item.Name).Take(10))}",
        PickleOpaque or PickleGlobal => "it is an object, perhaps a whole module; save module.state_dict() instead",
        null => "it is None",
        _ => $"it is a {root.GetType().Name.Replace("Pickle", "", StringComparison.Ordinal).ToLowerInvariant()}",
    };
}
