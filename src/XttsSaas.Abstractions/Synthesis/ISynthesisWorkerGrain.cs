namespace XttsSaas.Abstractions.Synthesis;

/// <summary>The door to the inference engine of one silo (key: silo name). Holds nothing durable.</summary>
[Alias("ISynthesisWorkerGrain")]
public interface ISynthesisWorkerGrain : IGrainWithStringKey
{
    /// <summary>Speaks; ends early when cancelled. Failures of the engine surface as exceptions and bill nothing.</summary>
    IAsyncEnumerable<SpeechChunk> SpeakAsync(SpeechJob job, CancellationToken cancellationToken = default);
}
