using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace XttsSaas.Abstractions.Ids;

/// <summary>One request for speech; reservations and usage events hang on it.</summary>
[GenerateSerializer, Immutable, Alias("RequestId"), JsonConverter(typeof(IdJsonConverter<RequestId>))]
public readonly record struct RequestId(string Value) : IParsable<RequestId>
{
    public const string Prefix = "req";

    public static RequestId New(DateTimeOffset now) => new(EntityId.New(Prefix, now));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RequestId result)
    {
        var valid = EntityId.IsValid(Prefix, s);
        result = valid ? new RequestId(s!) : default;
        return valid;
    }

    public static RequestId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not an id that starts with {Prefix}_.");

    public override string ToString() => Value;
}
