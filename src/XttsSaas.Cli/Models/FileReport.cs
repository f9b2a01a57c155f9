namespace XttsSaas.Cli.Models;

/// <summary>What was found in one file of a model.</summary>
/// <param name="Tensors">How many tensors count; 0 where the file holds none or cannot be read.</param>
internal sealed record FileReport(string File, int Tensors, IReadOnlyList<string> Missing, IReadOnlyList<string> Unexpected, IReadOnlyList<string> WrongShape, string? Error)
{
    /// <summary>Whether tensors that nobody asked for matter: they do in a model, not in a DVAE, which the reference loads loosely.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool Strict { get; init; } = true;

    [System.Text.Json.Serialization.JsonIgnore]
    public bool Passed => Error is null && Missing.Count == 0 && WrongShape.Count == 0 && (Unexpected.Count == 0 || !Strict);

    public static FileReport Whole(string file) => new(file, 0, [], [], [], null);

    public static FileReport Unreadable(string file, string error) => new(file, 0, [], [], [], error);
}
