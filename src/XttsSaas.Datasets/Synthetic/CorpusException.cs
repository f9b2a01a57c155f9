namespace XttsSaas.Datasets.Synthetic;

/// <summary>A corpus was not built; the message says why, for the person who asked for it.</summary>
public sealed class CorpusException : Exception
{
    public CorpusException(CorpusFault fault, string message, Exception? inner = null) : base(message, inner) => Fault = fault;

    public CorpusFault Fault { get; }
}
