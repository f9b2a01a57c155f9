using XttsSaas.Xtts.Files;

namespace XttsSaas.Xtts.Pickle;

/// <summary>
/// A zip file of <c>torch.save</c> (torch 1.6 and later): one pickle, <c>NAME/data.pkl</c>, and the storages that its tensors view,
/// <c>NAME/data/KEY</c>. The file stays mapped; storages are read where they lie.
/// </summary>
internal sealed class TorchArchive : IDisposable
{
    private const string PickleName = "data.pkl";
    private readonly string _path;
    private readonly FileBytes _file;
    private readonly IReadOnlyDictionary<string, ZipEntry> _entries;
    private readonly ZipContent _content;
    private readonly string _folder;

    private TorchArchive(string path, FileBytes file)
    {
        (_path, _file) = (path, file);
        _entries = ZipArchiveReader.Read(file, path);
        _content = new ZipContent(file, path);
        _folder = FindFolder();
        CheckByteOrder();
        var pickle = _entries[_folder + PickleName];
        if (pickle.Length > PickleLimits.Bytes)
            throw new ModelFormatException($"{path}: {pickle.Name} has {pickle.Length} bytes; at most {PickleLimits.Bytes} are read. Save the model's state dict alone.");
        var (bytes, start) = _content.Open(pickle);
        Root = PickleReader.Read(bytes.Span(start, (int)pickle.Length).ToArray(), $"{path}, {pickle.Name}");
    }

    /// <summary>What was saved; see <see cref="PickleReader"/>.</summary>
    public object? Root { get; }

    /// <exception cref="ModelFormatException">Not such a file, damaged, or not plain data.</exception>
    public static TorchArchive Open(string path) => Open(path, MappedFile.Open(path));

    /// <summary>Takes the bytes over, also when it fails.</summary>
    public static TorchArchive Open(string path, FileBytes file)
    {
        try
        {
            return new TorchArchive(path, file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Checks that a tensor's storage is in the archive, whole.</summary>
    /// <exception cref="ModelFormatException">It is missing or has another size than the pickle says.</exception>
    public StridedTensor Locate(string name, PickleTensor tensor)
    {
        var storage = tensor.Storage;
        if (!_entries.TryGetValue($"{_folder}data/{storage.Key}", out var entry))
            throw new ModelFormatException($"{_path}: the data of tensor {name} ({_folder}data/{storage.Key}) is missing; the file is incomplete.");
        var size = Tensors.TensorTypeSize.Bytes(storage.Type);
        if (entry.Length / size != storage.Count || entry.Length % size != 0)
            throw new ModelFormatException($"{_path}: tensor {name} needs {storage.Count} elements of type {storage.Type}, {entry.Name} has {entry.Length} bytes; the file is damaged.");
        var (bytes, start) = _content.Open(entry);
        return new StridedTensor(name, tensor, bytes, start);
    }

    public void Dispose() => _file.Dispose();

    private string FindFolder()
    {
        var pickles = _entries.Keys.Where(IsPickle).ToList();
        if (pickles.Count != 1)
            throw new ModelFormatException($"{_path} is a zip archive with {pickles.Count} {PickleName}; a file of torch.save has one.");
        var folder = pickles[0][..^PickleName.Length];
        return _entries.ContainsKey(folder + "constants.pkl")
            ? throw new ModelFormatException($"{_path} is a TorchScript program, not a checkpoint; export its state dict with torch.save(module.state_dict(), …).")
            : folder;
    }

    private static bool IsPickle(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        return name.AsSpan(slash + 1).SequenceEqual(PickleName);
    }

    private void CheckByteOrder()
    {
        if (!_entries.TryGetValue(_folder + "byteorder", out var entry))
            return;
        var (bytes, start) = _content.Open(entry);
        if (entry.Length != 6 || !bytes.Span(start, 6).SequenceEqual("little"u8))
            throw new ModelFormatException($"{_path} was saved on a big-endian machine; save it again on a little-endian one.");
    }
}
