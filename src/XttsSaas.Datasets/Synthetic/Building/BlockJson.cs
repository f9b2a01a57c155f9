using System.Text.Json.Serialization;
using XttsSaas.Xtts.Corpus;

namespace XttsSaas.Datasets.Synthetic.Building;

/// <summary>What a process that speaks a block reads and writes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(SpeechBlock))]
[JsonSerializable(typeof(IReadOnlyList<CorpusClip>))]
public sealed partial class BlockJson : JsonSerializerContext;
