using XttsSaas.Xtts.Files;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Safetensors;

/// <summary>
/// A safetensors file, memory-mapped: opening reads the header only and no tensor is copied until it is asked for.
/// Reading is thread-safe; spans are valid until <see cref="Dispose"/>.
/// </summary>
public sealed class SafetensorsFile : ITensorFile
{
    private const int BlockBytes = 1 << 20;
    private readonly FileBytes _bytes;
    private readonly long _dataStart;

    private SafetensorsFile(string path, FileBytes bytes)
    {
        (Path, _bytes) = (path, bytes);
        (Tensors, Metadata, _dataStart) = SafetensorsHeader.Read(bytes, path);
    }

    public string Path { get; }

    /// <summary>All tensors by name.</summary>
    public IReadOnlyDictionary<string, TensorEntry> Tensors { get; }

    /// <summary>The file's own key-value notes.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    public IEnumerable<TensorInfo> Contents => Tensors.Values;

    /// <exception cref="ModelFormatException">The file is not a safetensors file or is damaged.</exception>
    public static SafetensorsFile Open(string path) => Open(path, MappedFile.Open(path));

    /// <summary>Takes the bytes over, also when it fails.</summary>
    internal static SafetensorsFile Open(string path, FileBytes bytes)
    {
        try
        {
            return new SafetensorsFile(path, bytes);
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    /// <summary>The tensor of this name in either weight-norm spelling.</summary>
    /// <exception cref="ModelFormatException">No such tensor.</exception>
    public TensorEntry Find(string name) =>
        Tensors.TryGetValue(name, out var entry)
        || Tensors.TryGetValue(TensorNames.Legacy(name), out entry)
        || Tensors.TryGetValue(TensorNames.Canonical(name), out entry)
            ? entry
            : throw new ModelFormatException($"{Path}: tensor {name} is missing.");

    /// <summary>The raw little-endian bytes of a tensor.</summary>
    public ReadOnlySpan<byte> Bytes(TensorEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return _bytes.Span(_dataStart + entry.Offset, checked((int)entry.Length));
    }

    public void ReadBlocks(string name, TensorBlock read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var entry = Find(name);
        for (var done = 0L; done < entry.Length; done += BlockBytes)
            read(_bytes.Span(_dataStart + entry.Offset + done, (int)Math.Min(BlockBytes, entry.Length - done)));
    }

    /// <summary>A tensor's values as float32.</summary>
    /// <exception cref="ModelFormatException">No such tensor, or it holds integers.</exception>
    public float[] ReadSingle(string name) => this.ReadSingle(Find(name));

    /// <summary>A tensor's values as int64.</summary>
    /// <exception cref="ModelFormatException">No such tensor, or it holds floating-point numbers.</exception>
    public long[] ReadInt64(string name) => this.ReadInt64(Find(name));

    /// <summary>A tensor of this file to be written elsewhere under the same name; valid until <see cref="Dispose"/>.</summary>
    /// <exception cref="ModelFormatException">No such tensor.</exception>
    public TensorSource Source(string name)
    {
        var entry = Find(name);
        return new TensorSource(entry.Name, entry.Shape, entry.Type, stream => ReadBlocks(entry.Name, stream.Write));
    }

    public void Dispose() => _bytes.Dispose();
}
