using System.Text.Json.Serialization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace XttsSaas.Web.OpenApi;

/// <summary>Ids are text on the wire; without this the document would show them as objects.</summary>
public static class IdSchemas
{
    public static Task DescribeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (!IsId(type))
            return Task.CompletedTask;
        var prefix = (string)type.GetField(nameof(VoiceId.Prefix))!.GetRawConstantValue()!;
        schema.Type = JsonSchemaType.String;
        schema.Pattern = $"^{prefix}_[0-9a-hjkmnp-tv-z]{{26}}$";
        schema.Properties = null;
        return Task.CompletedTask;
    }

    private static bool IsId(Type type) =>
        type.GetCustomAttributes(typeof(JsonConverterAttribute), inherit: false) is [JsonConverterAttribute { ConverterType: { IsGenericType: true } converter }, ..]
        && converter.GetGenericTypeDefinition() == typeof(IdJsonConverter<>);
}
