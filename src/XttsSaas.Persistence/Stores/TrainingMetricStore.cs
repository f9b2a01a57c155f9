using XttsSaas.Abstractions.Training;
using XttsSaas.Domain.Ports;
using XttsSaas.Persistence.Model;

namespace XttsSaas.Persistence.Stores;

internal sealed class TrainingMetricStore(IDbContextFactory<PlatformDbContext> contexts) : ITrainingMetricStore
{
    public async Task AppendAsync(TenantId tenant, SessionId session, IReadOnlyList<TrainingMetric> metrics, CancellationToken cancellationToken)
    {
        if (metrics.Count == 0)
            return;
        var newest = metrics.GroupBy(m => (m.Step, m.Validation)).Select(g => g.Last()).ToList();
        var (first, last) = (newest.Min(m => m.Step), newest.Max(m => m.Step));
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var existing = await db.TrainingMetrics
            .Where(r => r.TenantId == tenant && r.SessionId == session && r.Step >= first && r.Step <= last)
            .ToDictionaryAsync(r => (r.Step, r.Validation), cancellationToken);
        foreach (var metric in newest)
        {
            if (!existing.TryGetValue((metric.Step, metric.Validation), out var row))
            {
                row = new TrainingMetricRow { TenantId = tenant, SessionId = session, Step = metric.Step, Validation = metric.Validation };
                db.TrainingMetrics.Add(row);
            }
            Fill(row, metric);
        }
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<TrainingMetric>> ListAsync(TenantId tenant, SessionId session, int afterStep, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.TrainingMetrics
            .Where(r => r.TenantId == tenant && r.SessionId == session && r.Step > afterStep)
            .OrderBy(r => r.Step).ThenBy(r => r.Validation)
            .Select(r => new TrainingMetric(r.Step, r.Validation, r.LossText, r.LossMel, r.Loss, r.LearningRate, r.TokensPerSecond, r.MemoryMb, r.At))
            .ToListAsync(cancellationToken);
    }

    public async Task RemoveAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.TrainingMetrics.Where(r => r.TenantId == tenant && r.SessionId == session).ExecuteDeleteAsync(cancellationToken);
    }

    private static void Fill(TrainingMetricRow row, TrainingMetric metric)
    {
        row.LossText = metric.LossText;
        row.LossMel = metric.LossMel;
        row.Loss = metric.Loss;
        row.LearningRate = metric.LearningRate;
        row.TokensPerSecond = metric.TokensPerSecond;
        row.MemoryMb = metric.MemoryMb;
        row.At = metric.At;
    }
}
