using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace XttsSaas.Persistence.Conversions;

/// <summary>Stores a moment as UTC ticks: SQLite has no type for moments that it could compare or sort.</summary>
internal sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(moment => moment.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
