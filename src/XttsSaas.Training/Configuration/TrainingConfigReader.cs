using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using XttsSaas.Training.Protocol;

namespace XttsSaas.Training.Configuration;

/// <summary>
/// Reads a configuration that a person wrote. Where a JSON reader stops at the first fault, this one goes through every
/// member, sets the faulty ones aside, and names them all.
/// </summary>
public static class TrainingConfigReader
{
    /// <summary>The configuration in <paramref name="json"/>; members that <paramref name="faults"/> names have their defaults.</summary>
    /// <param name="json">Members of <see cref="TrainingConfig"/>, upper and lower case being the same.</param>
    /// <param name="otherNames">Names beside the configuration's own that an unknown member may have been meant to be.</param>
    /// <param name="faults">Receives what is unknown, is of a wrong kind, or breaks a rule of <see cref="TrainingConfigValidator"/>.</param>
    public static TrainingConfig Read(JsonObject json, IReadOnlyCollection<string> otherNames, ICollection<string> faults)
    {
        var aside = new List<string>();
        var sound = Sound(json, typeof(TrainingConfig), prefix: "", otherNames, faults, aside);
        var config = JobJson.ParseConfig(JsonSerializer.SerializeToUtf8Bytes(sound))!;
        // A default stands in for a member that was set aside, so a rule about it would blame a value that nobody wrote.
        foreach (var fault in TrainingConfigValidator.Validate(config).Where(fault => !aside.Exists(name => Regex.IsMatch(fault, $@"\b{name}\b"))))
            faults.Add(fault);
        return config;
    }

    private static JsonObject Sound(
        JsonObject json, Type type, string prefix, IReadOnlyCollection<string> otherNames, ICollection<string> faults, List<string> aside)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).ToDictionary(property => JobJson.NameOf(property.Name), StringComparer.OrdinalIgnoreCase);
        var sound = new JsonObject();
        foreach (var (written, value) in json)
        {
            if (!properties.TryGetValue(written, out var property))
            {
                faults.Add($"{prefix}{written} is no setting; did you mean {prefix}{NearestName.Of(written, properties.Keys.Concat(otherNames))}?");
                continue;
            }

            var name = JobJson.NameOf(property.Name);
            if (value is JsonObject members && IsGroup(property.PropertyType))
            {
                sound[name] = Sound(members, property.PropertyType, $"{prefix}{name}.", [], faults, aside);
            }
            else if (Fits(value, property))
            {
                sound[name] = value?.DeepClone();
            }
            else
            {
                aside.Add(name);
                faults.Add($"{prefix}{name} is {value?.ToJsonString() ?? "null"}; must be {KindOf(property.PropertyType)}");
            }
        }

        return sound;
    }

    private static bool IsGroup(Type type) => type is { IsClass: true } && type.Namespace == typeof(TrainingConfig).Namespace;

    private static bool Fits(JsonNode? value, PropertyInfo property)
    {
        if (value is null)
            return Nullable.GetUnderlyingType(property.PropertyType) is not null;
        try
        {
            return JobJson.Read(value, property.PropertyType) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string KindOf(Type type)
    {
        var kind = Nullable.GetUnderlyingType(type) ?? type;
        return kind switch
        {
            { IsEnum: true } => string.Join(" or ", Enum.GetNames(kind)),
            _ when kind == typeof(double) => "a number",
            _ when kind == typeof(bool) => "true or false",
            _ when kind == typeof(string) => "text",
            _ when kind == typeof(int) || kind == typeof(long) => "a whole number",
            _ when IsGroup(kind) => "a group of settings",
            _ => "a list of texts",
        };
    }
}
