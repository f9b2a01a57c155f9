using System.Text.Json.Serialization;

namespace XttsSaas.Xtts.Corpus;

/// <summary>The files' JSON: camelCase, one line per clip.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CorpusManifest))]
[JsonSerializable(typeof(CorpusClip))]
public sealed partial class CorpusJson : JsonSerializerContext;
