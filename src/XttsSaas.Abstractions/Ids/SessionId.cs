using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace XttsSaas.Abstractions.Ids;

/// <summary>A training session of one tenant.</summary>
[GenerateSerializer, Immutable, Alias("SessionId"), JsonConverter(typeof(IdJsonConverter<SessionId>))]
public readonly record struct SessionId(string Value) : IParsable<SessionId>
{
    public const string Prefix = "run";

    public static SessionId New(DateTimeOffset now) => new(EntityId.New(Prefix, now));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SessionId result)
    {
        var valid = EntityId.IsValid(Prefix, s);
        result = valid ? new SessionId(s!) : default;
        return valid;
    }

    public static SessionId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not an id that starts with {Prefix}_.");

    public override string ToString() => Value;
}
