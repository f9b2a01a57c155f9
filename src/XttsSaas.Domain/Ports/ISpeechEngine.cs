using XttsSaas.Abstractions.Synthesis;

namespace XttsSaas.Domain.Ports;

/// <summary>The inference engine of this silo.</summary>
public interface ISpeechEngine
{
    /// <summary>Speaks sentence by sentence; chunks arrive as they are made.</summary>
    IAsyncEnumerable<SpeechChunk> SpeakAsync(SpeechJob job, CancellationToken cancellationToken);
}
