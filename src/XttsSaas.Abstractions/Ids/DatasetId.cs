using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace XttsSaas.Abstractions.Ids;

/// <summary>A dataset of one tenant.</summary>
[GenerateSerializer, Immutable, Alias("DatasetId"), JsonConverter(typeof(IdJsonConverter<DatasetId>))]
public readonly record struct DatasetId(string Value) : IParsable<DatasetId>
{
    public const string Prefix = "dat";

    public static DatasetId New(DateTimeOffset now) => new(EntityId.New(Prefix, now));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DatasetId result)
    {
        var valid = EntityId.IsValid(Prefix, s);
        result = valid ? new DatasetId(s!) : default;
        return valid;
    }

    public static DatasetId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not an id that starts with {Prefix}_.");

    public override string ToString() => Value;
}
