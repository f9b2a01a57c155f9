namespace XttsSaas.Xtts.Tensors;

/// <summary>Named tensors in a file of any format, memory-mapped. Valid until disposed; reading is thread-safe.</summary>
public interface ITensorFile : IDisposable
{
    string Path { get; }

    /// <summary>Every tensor by the name that the file gives it, each name once.</summary>
    IEnumerable<TensorInfo> Contents { get; }

    /// <summary>Hands over the elements of a tensor, at most a mebibyte at a time.</summary>
    /// <exception cref="ModelFormatException">No tensor has this name.</exception>
    void ReadBlocks(string name, TensorBlock read);
}
