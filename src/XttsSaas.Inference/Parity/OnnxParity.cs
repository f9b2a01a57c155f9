using XttsSaas.Inference.Engine;
using XttsSaas.Xtts.Parity;

namespace XttsSaas.Inference.Parity;

/// <summary>
/// Answers a parity pack's cases with exported graphs run by ONNX Runtime, through the classes that serve speech. Intermediate values come
/// from the graphs' twins with probes. One model is in memory at a time; exported models lie in a temporary folder until disposal.
/// </summary>
public sealed class OnnxParity : IParityEngine
{
    private readonly ParityModels _models;
    private readonly Dictionary<string, Action<CaseAnswer>> _kinds;

    public OnnxParity(EngineOptions? options = null)
    {
        _models = new ParityModels(options ?? new EngineOptions());
        _kinds = new(StringComparer.Ordinal)
        {
            ["cond_encoder"] = answer => ConditioningCase.Encoder(answer, _models.Of(answer.Test)),
            ["cond_latents"] = answer => ConditioningCase.Latents(answer, _models.Of(answer.Test)),
            ["cond_latents_chunked"] = answer => ConditioningCase.Latents(answer, _models.Of(answer.Test)),
            ["speaker_encoder"] = answer => SpeakerEncoderCase.Compute(answer, _models.Of(answer.Test)),
            ["gpt_debug"] = answer => GptStackCase.Compute(answer, _models.Of(answer.Test)),
            ["gpt_infer"] = answer => GenerationCase.Compute(answer, _models.Of(answer.Test)),
            ["hifigan"] = answer => VocoderCase.Compute(answer, _models.Of(answer.Test)),
            ["dvae"] = answer => DvaeCase.Compute(answer, _models.DvaeOf(answer.Test)),
            ["e2e"] = answer => SpeechCase.Compute(answer, _models.Of(answer.Test)),
            ["handle_chunks"] = CrossfadeCase.Compute,
        };
        Kinds = _kinds.Keys.ToHashSet(StringComparer.Ordinal);
    }

    public string Name => "onnxruntime";

    public IReadOnlySet<string> Kinds { get; }

    public IReadOnlyList<ParityOutput> Compute(ParityCase test)
    {
        ArgumentNullException.ThrowIfNull(test);
        if (!_kinds.TryGetValue(test.Entry.Kind, out var compute))
            throw new ArgumentException($"Cases of kind {test.Entry.Kind} are not for this engine; its kinds are {string.Join(", ", Kinds)}.", nameof(test));
        var answer = new CaseAnswer(test);
        compute(answer);
        return answer.Outputs;
    }

    public void Dispose() => _models.Dispose();
}
