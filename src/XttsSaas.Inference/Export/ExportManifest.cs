using System.Text.Json;
using XttsSaas.Xtts.Checkpoints;

namespace XttsSaas.Inference.Export;

/// <summary>
/// What <c>export.json</c> says: the version of the graph builder, the SHA-256 of the checkpoint's manifest, the origin of the weights,
/// and the length in bytes of every other file.
/// </summary>
public sealed record ExportManifest(int Builder, string Source, ModelOrigin Origin, IReadOnlyDictionary<string, long> Files)
{
    /// <summary>Raised whenever a graph changes, so that older sets are made anew.</summary>
    public const int CurrentBuilder = 2;

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    /// <summary>The manifest of a folder, or null where there is none or it cannot be read.</summary>
    public static ExportManifest? TryLoad(string folder)
    {
        var path = Path.Combine(folder, ExportFiles.Manifest);
        if (!File.Exists(path))
            return null;
        try
        {
            return JsonSerializer.Deserialize<ExportManifest>(File.ReadAllBytes(path), Json) is { Files: not null, Source: not null, Origin: not null } manifest
                ? manifest
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether the folder holds a whole set of this builder.</summary>
    public bool IsComplete(string folder) =>
        Builder == CurrentBuilder && Files.All(file => new FileInfo(Path.Combine(folder, file.Key)) is { Exists: true } info && info.Length == file.Value);

    public byte[] ToJson() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Json), (byte)'\n'];
}
