using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace XttsSaas.Abstractions.Ids;

/// <summary>An API key's public id; never its secret.</summary>
[GenerateSerializer, Immutable, Alias("ApiKeyId"), JsonConverter(typeof(IdJsonConverter<ApiKeyId>))]
public readonly record struct ApiKeyId(string Value) : IParsable<ApiKeyId>
{
    public const string Prefix = "key";

    public static ApiKeyId New(DateTimeOffset now) => new(EntityId.New(Prefix, now));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ApiKeyId result)
    {
        var valid = EntityId.IsValid(Prefix, s);
        result = valid ? new ApiKeyId(s!) : default;
        return valid;
    }

    public static ApiKeyId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not an id that starts with {Prefix}_.");

    public override string ToString() => Value;
}
