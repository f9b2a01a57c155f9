using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Numerics;
using System.Reflection;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Orleans.Isolation;

/// <summary>
/// Copies what crosses a grain call, so that neither side sees the other's later changes. Values of immutable types
/// are passed as they are; collections and tuples are rebuilt; a type with [GenerateSerializer] gets a new instance
/// with its [Id] members; anything else may not cross and is refused, as the package refuses it.
/// </summary>
internal static class DeepCopier
{
    private static readonly ConcurrentDictionary<Type, bool> Immutables = new();

    private static readonly HashSet<Type> KnownImmutables =
    [
        typeof(string), typeof(decimal), typeof(DateTime), typeof(DateTimeOffset), typeof(TimeSpan), typeof(DateOnly), typeof(TimeOnly),
        typeof(Guid), typeof(Uri), typeof(Version), typeof(BigInteger), typeof(Int128), typeof(UInt128), typeof(Half), typeof(Index),
        typeof(Range), typeof(IPAddress), typeof(IPEndPoint), typeof(CultureInfo), typeof(CompareInfo), typeof(CancellationToken),
        typeof(System.Text.Rune), typeof(IdSpan), typeof(GrainType), typeof(GrainInterfaceType), typeof(ValueTuple), typeof(DBNull),
    ];

    public static object? Copy(object? value) => value is null || IsImmutable(value.GetType()) ? value : new CopyContext().Copy(value);

    /// <summary>Whether every value of this declared type can be passed as it is.</summary>
    public static bool IsImmutable(Type type) => Immutables.GetOrAdd(type, static key => Decide(key));

    public static Dictionary<string, object>? CopyRequestContext(Dictionary<string, object>? values)
    {
        if (values is null)
            return null;

        var copy = new Dictionary<string, object>(values.Count);
        foreach (var (key, value) in values)
            copy[key] = Copy(value)!;

        return copy;
    }

    private static bool Decide(Type type)
    {
        if (type.IsPrimitive || type.IsEnum || KnownImmutables.Contains(type) || type.IsDefined(typeof(ImmutableAttribute), inherit: false))
            return true;
        if (typeof(IAddressable).IsAssignableFrom(type))
            return type.IsInterface || typeof(GrainReference).IsAssignableFrom(type);
        if (typeof(Exception).IsAssignableFrom(type) || typeof(Type).IsAssignableFrom(type))
            return true;
        if (typeof(IGrainReminder).IsAssignableFrom(type))
            return true;
        if (!type.IsGenericType)
            return false;

        var definition = type.GetGenericTypeDefinition();
        return definition == typeof(Immutable<>) || (IsTransparent(definition) && type.GetGenericArguments().All(IsImmutable));
    }

    private static bool IsTransparent(Type definition) =>
        definition == typeof(Nullable<>)
        || definition == typeof(KeyValuePair<,>)
        || definition.Namespace == "System.Collections.Immutable"
        || (definition.Namespace == "System" && definition.Name.StartsWith("ValueTuple`", StringComparison.Ordinal))
        || (definition.Namespace == "System" && definition.Name.StartsWith("Tuple`", StringComparison.Ordinal));
}
