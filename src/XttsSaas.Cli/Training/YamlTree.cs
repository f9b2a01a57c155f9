using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace XttsSaas.Cli.Training;

/// <summary>YAML as the JSON that it stands for: one document, the core schema's scalars, no anchors and no tags.</summary>
internal static class YamlTree
{
    /// <exception cref="YamlException">It is no such YAML; the message has line and column.</exception>
    public static JsonNode? Parse(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents switch
        {
            [] => null,
            [var only] => Node(only.RootNode),
            _ => throw new YamlException(stream.Documents[1].RootNode.Start, stream.Documents[1].RootNode.End, "a second document; one is allowed"),
        };
    }

    private static JsonNode? Node(YamlNode node)
    {
        if (!node.Anchor.IsEmpty || !node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
            throw new YamlException(node.Start, node.End, "anchors and tags are not supported");
        return node switch
        {
            YamlMappingNode mapping => new JsonObject(mapping.Children.Select(pair => KeyValuePair.Create(Key(pair.Key), Node(pair.Value)))),
            YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Node)]),
            YamlScalarNode scalar => Scalar(scalar),
            _ => throw new YamlException(node.Start, node.End, "aliases are not supported"),
        };
    }

    private static string Key(YamlNode key) =>
        (key as YamlScalarNode)?.Value ?? throw new YamlException(key.Start, key.End, "a name must be text");

    private static JsonNode? Scalar(YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        if (scalar.Style != ScalarStyle.Plain)
            return text;
        return text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => null,
            "true" or "True" or "TRUE" => true,
            "false" or "False" or "FALSE" => false,
            _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
            _ when char.IsAsciiDigit(text.TrimStart('-', '+', '.').FirstOrDefault())
                && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            _ => text,
        };
    }
}
