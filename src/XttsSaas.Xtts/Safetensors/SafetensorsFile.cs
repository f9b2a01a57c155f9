using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Safetensors;

/// <summary>
/// A safetensors file, memory-mapped: opening reads the header only and no tensor is copied until it is asked for.
/// Reading is thread-safe; spans are valid until <see cref="Dispose"/>.
/// </summary>
public sealed unsafe class SafetensorsFile : IDisposable
{
    private readonly string _path;
    private readonly long _dataStart;
    private readonly MemoryMappedFile _map;
    private readonly MemoryMappedViewAccessor _view;
    private byte* _base;

    private SafetensorsFile(string path, FileStream stream)
    {
        _path = path;
        (Tensors, Metadata, _dataStart) = SafetensorsHeader.Read(stream, path);
        _map = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        _view = _map.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _base);
    }

    /// <summary>All tensors by name.</summary>
    public IReadOnlyDictionary<string, TensorEntry> Tensors { get; }

    /// <summary>The file's own key-value notes.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <exception cref="ModelFormatException">The file is not a safetensors file or is damaged.</exception>
    public static SafetensorsFile Open(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        try
        {
            return new SafetensorsFile(path, stream);
        }
        catch
        {
            stream.Dispose();
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
            : throw new ModelFormatException($"{_path}: tensor {name} is missing.");

    /// <summary>The raw little-endian bytes of a tensor.</summary>
    public ReadOnlySpan<byte> Bytes(TensorEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ObjectDisposedException.ThrowIf(_base == null, this);
        return new ReadOnlySpan<byte>(_base + _view.PointerOffset + _dataStart + entry.Offset, checked((int)entry.Length));
    }

    /// <summary>A tensor's values as float32, widened from half types.</summary>
    /// <exception cref="ModelFormatException">No such tensor, or it holds integers.</exception>
    public float[] ReadSingle(string name)
    {
        var entry = Find(name);
        var bytes = Bytes(entry);
        var values = new float[entry.Shape.Count];
        switch (entry.Type)
        {
            case TensorType.F32:
                bytes.CopyTo(MemoryMarshal.AsBytes(values.AsSpan()));
                break;
            case TensorType.F16:
                System.Numerics.Tensors.TensorPrimitives.ConvertToSingle(MemoryMarshal.Cast<byte, Half>(bytes), values);
                break;
            case TensorType.BF16:
                WidenBrainFloat(MemoryMarshal.Cast<byte, ushort>(bytes), values);
                break;
            default:
                throw new ModelFormatException($"{_path}: tensor {name} has type {entry.Type}; expected floating-point numbers.");
        }
        return values;
    }

    /// <summary>A tensor's values as int64, widened from int32.</summary>
    /// <exception cref="ModelFormatException">No such tensor, or it holds floating-point numbers.</exception>
    public long[] ReadInt64(string name)
    {
        var entry = Find(name);
        var bytes = Bytes(entry);
        return entry.Type switch
        {
            TensorType.I64 => MemoryMarshal.Cast<byte, long>(bytes).ToArray(),
            TensorType.I32 => Array.ConvertAll(MemoryMarshal.Cast<byte, int>(bytes).ToArray(), value => (long)value),
            _ => throw new ModelFormatException($"{_path}: tensor {name} has type {entry.Type}; expected integers."),
        };
    }

    /// <summary>A tensor of this file to be written elsewhere under the same name; valid until <see cref="Dispose"/>.</summary>
    /// <exception cref="ModelFormatException">No such tensor.</exception>
    public TensorSource Source(string name)
    {
        var entry = Find(name);
        return new TensorSource(entry.Name, entry.Shape, entry.Type, stream => stream.Write(Bytes(entry)));
    }

    public void Dispose()
    {
        if (_base == null)
            return;
        _base = null;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _map.Dispose();
    }

    private static void WidenBrainFloat(ReadOnlySpan<ushort> source, Span<float> target)
    {
        for (var i = 0; i < source.Length; i++)
            target[i] = BitConverter.UInt32BitsToSingle((uint)source[i] << 16);
    }
}
