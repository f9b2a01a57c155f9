using System.Text.Json;
using XttsSaas.Training.Pretraining;

namespace XttsSaas.Cli.Training;

/// <summary>A recipe of training from scratch in a file; its relative paths count from the file's folder.</summary>
internal static class RecipeFile
{
    private const string Stages = "stages";

    /// <summary>Whether the file is a recipe and not a fine-tuning run: it lists stages.</summary>
    public static bool IsRecipe(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(Stages, out _);
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <exception cref="JsonException">It is no recipe.</exception>
    public static Recipe Read(string path, string? output)
    {
        var recipe = RecipeJson.Parse(File.ReadAllBytes(path));
        var folder = Path.GetDirectoryName(path)!;
        return recipe with
        {
            Corpus = Path.GetFullPath(recipe.Corpus, folder),
            Output = output is null ? Path.GetFullPath(recipe.Output, folder) : Path.GetFullPath(output),
            Start = recipe.Start is { } start ? Path.GetFullPath(start, folder) : null,
        };
    }
}
