using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace XttsSaas.Abstractions.Ids;

/// <summary>A stored file of one tenant.</summary>
[GenerateSerializer, Immutable, Alias("BlobId"), JsonConverter(typeof(IdJsonConverter<BlobId>))]
public readonly record struct BlobId(string Value) : IParsable<BlobId>
{
    public const string Prefix = "blb";

    public static BlobId New(DateTimeOffset now) => new(EntityId.New(Prefix, now));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out BlobId result)
    {
        var valid = EntityId.IsValid(Prefix, s);
        result = valid ? new BlobId(s!) : default;
        return valid;
    }

    public static BlobId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not an id that starts with {Prefix}_.");

    public override string ToString() => Value;
}
