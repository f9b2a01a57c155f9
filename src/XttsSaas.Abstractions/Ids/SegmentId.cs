using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace XttsSaas.Abstractions.Ids;

/// <summary>One clip cut from a source.</summary>
[GenerateSerializer, Immutable, Alias("SegmentId"), JsonConverter(typeof(IdJsonConverter<SegmentId>))]
public readonly record struct SegmentId(string Value) : IParsable<SegmentId>
{
    public const string Prefix = "seg";

    public static SegmentId New(DateTimeOffset now) => new(EntityId.New(Prefix, now));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SegmentId result)
    {
        var valid = EntityId.IsValid(Prefix, s);
        result = valid ? new SegmentId(s!) : default;
        return valid;
    }

    public static SegmentId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not an id that starts with {Prefix}_.");

    public override string ToString() => Value;
}
