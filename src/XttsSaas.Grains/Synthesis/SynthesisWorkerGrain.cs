using Orleans.Concurrency;
using XttsSaas.Abstractions.Synthesis;
using XttsSaas.Abstractions.Tenants;

namespace XttsSaas.Grains.Synthesis;

/// <inheritdoc cref="ISynthesisWorkerGrain"/>
/// <remarks>Reentrant: the engine orders its requests itself, and they must not wait for one another here.</remarks>
[Reentrant]
public sealed class SynthesisWorkerGrain(ISpeechEngine engine) : Grain, ISynthesisWorkerGrain
{
    public IAsyncEnumerable<SpeechChunk> SpeakAsync(SpeechJob job, CancellationToken cancellationToken = default)
    {
        // Its key names a silo and no tenant, so the guard at the door cannot see whose voice this is.
        CallerTenant.Demand(job.Voice.Tenant);
        return engine.SpeakAsync(job, cancellationToken);
    }
}
