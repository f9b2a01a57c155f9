using XttsSaas.Training.Protocol;

namespace XttsSaas.Training.Configuration;

/// <summary>The configurations that come with the product, the files of the folder <c>configs</c>.</summary>
public static class TrainingPresets
{
    /// <summary>The presets' names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["smoke", "lora", "full"];

    /// <summary>Reads the preset <paramref name="name"/>.</summary>
    /// <exception cref="ArgumentException">There is no such preset.</exception>
    public static TrainingConfig Load(string name)
    {
        using var stream = typeof(TrainingPresets).Assembly.GetManifestResourceStream($"Presets.{name}.json")
            ?? throw new ArgumentException($"There is no preset '{name}'; known: {string.Join(", ", Names)}.", nameof(name));
        using var json = new MemoryStream();
        stream.CopyTo(json);
        return JobJson.ParseConfig(json.ToArray())!;
    }
}
