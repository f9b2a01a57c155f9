using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace XttsSaas.Abstractions.Ids;

/// <summary>One uploaded recording inside a dataset.</summary>
[GenerateSerializer, Immutable, Alias("SourceId"), JsonConverter(typeof(IdJsonConverter<SourceId>))]
public readonly record struct SourceId(string Value) : IParsable<SourceId>
{
    public const string Prefix = "src";

    public static SourceId New(DateTimeOffset now) => new(EntityId.New(Prefix, now));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SourceId result)
    {
        var valid = EntityId.IsValid(Prefix, s);
        result = valid ? new SourceId(s!) : default;
        return valid;
    }

    public static SourceId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not an id that starts with {Prefix}_.");

    public override string ToString() => Value;
}
