using System.Text.Json;

namespace XttsSaas.Cli.Hosting;

/// <summary>A command's result as the one JSON document that <c>--json</c> prints.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string Of<T>(T report) => JsonSerializer.Serialize(report, Options);
}
