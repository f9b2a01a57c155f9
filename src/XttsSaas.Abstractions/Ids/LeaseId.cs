using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace XttsSaas.Abstractions.Ids;

/// <summary>A grant of a device to one job.</summary>
[GenerateSerializer, Immutable, Alias("LeaseId"), JsonConverter(typeof(IdJsonConverter<LeaseId>))]
public readonly record struct LeaseId(string Value) : IParsable<LeaseId>
{
    public const string Prefix = "lea";

    public static LeaseId New(DateTimeOffset now) => new(EntityId.New(Prefix, now));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out LeaseId result)
    {
        var valid = EntityId.IsValid(Prefix, s);
        result = valid ? new LeaseId(s!) : default;
        return valid;
    }

    public static LeaseId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not an id that starts with {Prefix}_.");

    public override string ToString() => Value;
}
