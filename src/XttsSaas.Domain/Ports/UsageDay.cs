using XttsSaas.Abstractions.Usage;

namespace XttsSaas.Domain.Ports;

/// <summary>What one UTC day saw of one kind of use.</summary>
public sealed record UsageDay(DateOnly Day, UsageKind Kind, long Quantity, int Events, double AudioSeconds);
