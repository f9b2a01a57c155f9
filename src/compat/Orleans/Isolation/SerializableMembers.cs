using System.Reflection;
using System.Runtime.CompilerServices;

namespace Orleans.Isolation;

/// <summary>
/// The fields of a type that travel: those with [Id], those behind a property with [Id], those behind a record's
/// primary constructor, or those of every public property when the type asks for it.
/// </summary>
internal static class SerializableMembers
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static List<(FieldInfo Field, bool IsImmutable)> Of(Type type)
    {
        var members = new List<(FieldInfo, bool)>();
        for (var level = type; level is not null && level != typeof(object) && level != typeof(ValueType); level = level.BaseType)
        {
            var attribute = level.GetCustomAttribute<GenerateSerializerAttribute>(inherit: false);
            var primary = PrimaryConstructorNames(level, attribute);
            foreach (var field in level.GetFields(Declared))
            {
                var property = PropertyBehind(level, field);
                MemberInfo member = property ?? (MemberInfo)field;
                var travels = member.IsDefined(typeof(IdAttribute)) || field.IsDefined(typeof(IdAttribute))
                    || (property is not null && primary.Contains(property.Name))
                    || (property?.GetMethod?.IsPublic == true && attribute?.GenerateFieldIds == GenerateFieldIds.PublicProperties);
                if (travels)
                    members.Add((field, member.IsDefined(typeof(ImmutableAttribute)) || DeepCopier.IsImmutable(field.FieldType)));
            }
        }

        return members;
    }

    private static PropertyInfo? PropertyBehind(Type type, FieldInfo field) =>
        field.Name is ['<', .. var rest] && rest.IndexOf('>', StringComparison.Ordinal) is > 0 and var end
            && field.IsDefined(typeof(CompilerGeneratedAttribute))
            ? type.GetProperty(rest[..end], Declared)
            : null;

    private static HashSet<string> PrimaryConstructorNames(Type type, GenerateSerializerAttribute? attribute)
    {
        var isRecord = type.GetMethod("PrintMembers", Declared) is not null;
        if (!isRecord && attribute?.IncludePrimaryConstructorParameters != true)
            return [];

        // The primary constructor of a record has a parameter of the same name and type for each positional property.
        return type.GetConstructors(Declared)
            .Select(constructor => constructor.GetParameters())
            .Where(parameters => parameters.Length > 0 && parameters.All(parameter =>
                type.GetProperty(parameter.Name!, Declared)?.PropertyType == parameter.ParameterType))
            .MaxBy(parameters => parameters.Length)
            ?.Select(parameter => parameter.Name!).ToHashSet() ?? [];
    }
}
