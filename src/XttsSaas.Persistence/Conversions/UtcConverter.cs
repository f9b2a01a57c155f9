using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace XttsSaas.Persistence.Conversions;

/// <summary>PostgreSQL's timestamptz takes moments with offset zero only.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(moment => moment.ToUniversalTime(), moment => moment);
