using Orleans.Calls;

namespace Orleans.Runtime;

/// <summary>A place in the directory that takes the calls of one grain id.</summary>
internal interface ICallTarget
{
    /// <summary>False when the target has ended; the caller then looks for its successor.</summary>
    bool TryEnqueue(GrainCall call);
}
