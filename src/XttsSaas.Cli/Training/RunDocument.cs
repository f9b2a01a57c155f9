using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;

namespace XttsSaas.Cli.Training;

/// <summary>A file of settings as a tree: JSON (comments and trailing commas allowed) where its name ends in <c>.json</c>, else YAML.</summary>
internal static class RunDocument
{
    private static readonly JsonDocumentOptions Json = new() { AllowDuplicateProperties = false, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <exception cref="InvalidDataException">The text is neither, or no group of settings; the message has the place.</exception>
    public static JsonObject Parse(string name, string text)
    {
        try
        {
            var root = Path.GetExtension(name).Equals(".json", StringComparison.OrdinalIgnoreCase) ? JsonNode.Parse(text, documentOptions: Json) : YamlTree.Parse(text);
            return root as JsonObject ?? throw new InvalidDataException("it must be a group of settings, a name and a value each");
        }
        catch (Exception fault) when (fault is JsonException or YamlException)
        {
            throw new InvalidDataException(fault.Message, fault);
        }
    }
}
