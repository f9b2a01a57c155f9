using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace XttsSaas.Abstractions.Ids;

/// <summary>A voice of one tenant.</summary>
[GenerateSerializer, Immutable, Alias("VoiceId"), JsonConverter(typeof(IdJsonConverter<VoiceId>))]
public readonly record struct VoiceId(string Value) : IParsable<VoiceId>
{
    public const string Prefix = "voi";

    public static VoiceId New(DateTimeOffset now) => new(EntityId.New(Prefix, now));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out VoiceId result)
    {
        var valid = EntityId.IsValid(Prefix, s);
        result = valid ? new VoiceId(s!) : default;
        return valid;
    }

    public static VoiceId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not an id that starts with {Prefix}_.");

    public override string ToString() => Value;
}
