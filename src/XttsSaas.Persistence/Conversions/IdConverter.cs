using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace XttsSaas.Persistence.Conversions;

/// <summary>Stores an id as its text.</summary>
internal sealed class IdConverter<T>() : ValueConverter<T, string>(id => id.ToString()!, text => IdText.Parse<T>(text))
    where T : struct, IParsable<T>;
