namespace XttsSaas.Persistence.Model;

/// <summary>Says that every segment of a source is stored.</summary>
internal sealed class FinishedSourceRow
{
    public required TenantId TenantId { get; init; }

    public required DatasetId DatasetId { get; init; }

    public required SourceId SourceId { get; init; }
}
