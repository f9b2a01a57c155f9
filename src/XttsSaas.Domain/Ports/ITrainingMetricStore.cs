using XttsSaas.Abstractions.Training;

namespace XttsSaas.Domain.Ports;

/// <summary>The curves of training sessions.</summary>
public interface ITrainingMetricStore
{
    /// <summary>Appends points; a point for the same step and kind replaces the earlier one (a resumed run repeats steps).</summary>
    Task AppendAsync(TenantId tenant, SessionId session, IReadOnlyList<TrainingMetric> metrics, CancellationToken cancellationToken);

    Task<IReadOnlyList<TrainingMetric>> ListAsync(TenantId tenant, SessionId session, int afterStep, CancellationToken cancellationToken);

    Task RemoveAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken);
}
