using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace XttsSaas.Abstractions.Ids;

/// <summary>A person who signs in; may belong to several tenants.</summary>
[GenerateSerializer, Immutable, Alias("UserId"), JsonConverter(typeof(IdJsonConverter<UserId>))]
public readonly record struct UserId(string Value) : IParsable<UserId>
{
    public const string Prefix = "usr";

    public static UserId New(DateTimeOffset now) => new(EntityId.New(Prefix, now));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out UserId result)
    {
        var valid = EntityId.IsValid(Prefix, s);
        result = valid ? new UserId(s!) : default;
        return valid;
    }

    public static UserId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not an id that starts with {Prefix}_.");

    public override string ToString() => Value;
}
