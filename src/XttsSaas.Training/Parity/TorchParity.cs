using TorchSharp;
using XttsSaas.Xtts.Parity;
using static TorchSharp.torch;

namespace XttsSaas.Training.Parity;

/// <summary>
/// Answers parity cases with this project's own model and optimiser. Weights of one model are kept between cases of that model; a case
/// that trains them leaves none behind.
/// </summary>
public sealed class TorchParity : IParityEngine
{
    private static readonly Dictionary<string, Func<ParityCase, ParityModel, IEnumerable<ParityOutput>>> Answers = new(StringComparer.Ordinal)
    {
        ["cond_encoder"] = ConditioningAnswers.Encoder,
        ["cond_latents"] = ConditioningAnswers.Latents,
        ["cond_latents_chunked"] = ConditioningAnswers.ChunkedLatents,
        ["speaker_encoder"] = SpeakerAnswers.Encoder,
        ["hifigan"] = VocoderAnswers.Generator,
        ["dvae"] = DvaeAnswers.Autoencoder,
        ["gpt_debug"] = GptAnswers.Inside,
        ["gpt_infer"] = GptAnswers.Inference,
        ["e2e"] = SpeechAnswers.Speech,
        ["gpt_train"] = TrainingAnswers.Gradients,
        ["adamw"] = TrainingAnswers.Steps,
        ["train_batch"] = BatchAnswers.Batch,
    };

    private readonly Device device;
    private readonly ScalarType type;
    private ParityModel? model;

    /// <param name="device">Where to compute.</param>
    /// <param name="type">In what: float32 as training does, or float64 to tell rounding from error.</param>
    public TorchParity(Device device, ScalarType type = ScalarType.Float32) => (this.device, this.type) = (device, type);

    public string Name => "torchsharp";

    public IReadOnlySet<string> Kinds { get; } = Answers.Keys.ToHashSet();

    public IReadOnlyList<ParityOutput> Compute(ParityCase test)
    {
        ArgumentNullException.ThrowIfNull(test);
        if (!Answers.TryGetValue(test.Entry.Kind, out var answer))
            throw new ArgumentException($"{Name} has no answer to cases of kind '{test.Entry.Kind}'; it has to {string.Join(", ", Kinds.Order())}.", nameof(test));
        using var scope = NewDisposeScope();
        return [.. answer(test, ModelOf(test))];
    }

    public void Dispose() => model?.Dispose();

    private ParityModel ModelOf(ParityCase test)
    {
        if (model is null || !model.Fits(test))
        {
            model?.Dispose();
            model = new ParityModel(test, device, type);
        }

        return model;
    }
}
