using System.Text.Json;

namespace XttsSaas.Xtts.Parity;

/// <summary><c>manifest.json</c> of a parity pack.</summary>
internal sealed record ParityManifest(int Format, string Salt, IReadOnlyList<ParityEntry> Cases)
{
    public static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
}
