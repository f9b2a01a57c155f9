using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace XttsSaas.Abstractions.Ids;

/// <summary>A customer: everything it owns carries this id.</summary>
[GenerateSerializer, Immutable, Alias("TenantId"), JsonConverter(typeof(IdJsonConverter<TenantId>))]
public readonly record struct TenantId(string Value) : IParsable<TenantId>
{
    public const string Prefix = "ten";

    public static TenantId New(DateTimeOffset now) => new(EntityId.New(Prefix, now));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TenantId result)
    {
        var valid = EntityId.IsValid(Prefix, s);
        result = valid ? new TenantId(s!) : default;
        return valid;
    }

    public static TenantId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not an id that starts with {Prefix}_.");

    public override string ToString() => Value;
}
