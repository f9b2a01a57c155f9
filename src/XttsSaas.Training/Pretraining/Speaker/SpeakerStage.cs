using XttsSaas.Xtts.Weights;
using TorchSharp;
using XttsSaas.Training.Checkpoints;
using XttsSaas.Training.Model;
using XttsSaas.Training.Optimization;
using XttsSaas.Xtts.Corpus;
using XttsSaas.Xtts.Tensors;
using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining.Speaker;

/// <summary>
/// Trains the speaker encoder to tell the speakers of training apart.
/// <code>
/// segments of random speakers ─ normalised mel ─ encoder ─ unit vector ─ cosines to the speakers' directions ─ additive-margin softmax
/// </code>
/// The running statistics of the batch norms follow by moving averages and are part of the result.
/// </summary>
public sealed class SpeakerStage : IPretrainingStage
{
    private readonly SpeakerStageConfig config;
    private readonly ModelWeights weights;
    private readonly SpeakerEncoder encoder;
    private readonly AdditiveMargin margin;
    private readonly SpeakerSegments segments;
    private readonly SpeakerValidation validation;
    private readonly NamedAdamW optimizer;

    /// <exception cref="Runs.TrainingException">The configuration is out of range, or the corpus has fewer than two speakers.</exception>
    public SpeakerStage(SpeakerStageConfig config, StageContext context, CancellationToken cancellation)
    {
        SpeakerStageFaults.ThrowIfAny(config);
        this.config = config;
        var model = context.Start.Config;
        var clips = new SpeakerClips(context, config.Seed);
        var speakers = clips.Training(config.ClipsPerSpeaker, cancellation);
        var known = clips.HeldOut(CorpusSplit.Validation, config.ValidationClips, cancellation);
        var unseen = clips.HeldOut(CorpusSplit.Unseen, config.ValidationClips, cancellation);
        segments = new SpeakerSegments(speakers, config);
        weights = GptWeights.LoadPart(context.Start, TensorNames.SpeakerEncoder, context.Device);
        encoder = new SpeakerEncoder(weights, model.Architecture.SpeakerEncoder);
        margin = new AdditiveMargin(speakers.Count, model.ModelArgs.DVectorDim, config, context.Device);
        validation = new SpeakerValidation(encoder, margin, [.. speakers.Select(speaker => speaker.Speaker)], known, unseen);
        var parameters = TensorLayout.Model(model).Where(spec => spec.Kind == TensorKind.Parameter).Select(spec => spec.Name).ToHashSet(StringComparer.Ordinal);
        var trained = weights.All.Where(entry => parameters.Contains(entry.Key)).Append(KeyValuePair.Create(AdditiveMargin.Name, margin.Directions)).ToList();
        foreach (var (_, parameter) in trained)
            parameter.requires_grad_(true);
        optimizer = new NamedAdamW(trained, config.WeightDecay, beta2: 0.999);
    }

    public IEnumerable<KeyValuePair<string, Tensor>> Weights =>
        weights.All.Append(KeyValuePair.Create(AdditiveMargin.Name, margin.Directions)).AsTensors();

    public IEnumerable<KeyValuePair<string, Tensor>> Memory => optimizer.Moments;

    public IReadOnlyDictionary<string, double> Step(int step, double learningRate)
    {
        using var scope = NewDisposeScope();
        encoder.Mode.Training = true;
        optimizer.DropGradients();
        var (mels, speakers) = segments.Draw(new SeededStream(config.Seed, "speaker", step));
        speakers = speakers.to(weights.Device);
        var cosines = margin.Cosines(encoder.Forward(mels.to(weights.Device)));
        var loss = margin.Loss(cosines, speakers);
        loss.backward();
        if (config.ClipNorm > 0)
            nn.utils.clip_grad_norm_(optimizer.Parameters, config.ClipNorm);
        optimizer.Step(learningRate, step);
        return new Dictionary<string, double>
        {
            ["loss"] = loss.item<float>(),
            ["accuracy"] = cosines.argmax(1).eq(speakers).to_type(ScalarType.Float32).mean().item<float>(),
        };
    }

    public IReadOnlyDictionary<string, double> Validate(CancellationToken cancellation) => validation.Run(cancellation);

    public void Dispose()
    {
        optimizer.Dispose();
        margin.Dispose();
        weights.Dispose();
    }
}
