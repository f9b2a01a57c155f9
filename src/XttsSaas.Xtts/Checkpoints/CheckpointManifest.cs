using System.Text.Json;

namespace XttsSaas.Xtts.Checkpoints;

/// <summary>What <c>manifest.json</c> says: the origin of the weights and the SHA-256 (lower-case hex) of every other file.</summary>
public sealed record CheckpointManifest(int Format, ModelOrigin Origin, IReadOnlyDictionary<string, string> Files)
{
    public const int CurrentFormat = 1;

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    /// <exception cref="ModelFormatException">Not a manifest of a known format.</exception>
    public static CheckpointManifest Load(string path)
    {
        CheckpointManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize<CheckpointManifest>(File.ReadAllBytes(path), Json);
        }
        catch (JsonException error)
        {
            throw new ModelFormatException($"{path} is not a checkpoint manifest: {error.Message}", error);
        }
        if (manifest is not { Format: CurrentFormat, Origin: { BaseModel: not null, Licence: not null }, Files: not null })
            throw new ModelFormatException($"{path} is not a checkpoint manifest of format {CurrentFormat}.");
        return manifest;
    }

    public byte[] ToJson() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Json), (byte)'\n'];
}
