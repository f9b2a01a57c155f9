using XttsSaas.Xtts.Weights;
using TorchSharp;
using TorchSharp.Modules;
using XttsSaas.Training.Checkpoints;
using XttsSaas.Training.Data;
using XttsSaas.Training.Model;
using XttsSaas.Training.Optimization;
using XttsSaas.Training.Pretraining.Features;
using XttsSaas.Xtts.Tensors;
using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining.Gpt;

/// <summary>
/// Text and a prompt to audio codes, from nothing.
/// <code>
/// clips of like length ─ prompts of the speakers ─ corrupted inputs ─ GPT ─ cross entropy of codes and text
///                                                                      └ hidden states ─ mel, pitch, phoneme
/// </code>
/// </summary>
public sealed class GptStage : IPretrainingStage
{
    private const int ValidationClips = 256;
    private readonly GptStageConfig config;
    private readonly int latentCount;
    private readonly ModelWeights weights;
    private readonly XttsGpt model;
    private readonly SoundHead head;
    private readonly NamedAdamW optimizer;
    private readonly GptBatches batches;
    private readonly LengthBuckets order;
    private readonly IReadOnlyList<ClipFeatures> training;
    private readonly IReadOnlyList<ClipFeatures> validation;

    private GptStage(GptStageConfig config, StageContext context, CorpusFeatures features)
    {
        var model = context.Start.Config;
        this.config = config;
        latentCount = model.Architecture.Perceiver.NumLatents;
        var prompts = new PromptPool(features.Training, config.PromptsPerSpeaker, config.PromptSeconds, context.Start.Model.ReadSingle(TensorNames.MelStats), config.Seed);
        training = [.. features.Training.Where(clip => prompts.Has(clip.Speaker))];
        validation = [.. features.Validation.Where(clip => prompts.Has(clip.Speaker)).Take(ValidationClips).OrderBy(clip => clip.Codes.Length)];
        weights = GptWeights.LoadGpt(context.Start, context.Device);
        head = new SoundHead(weights, model.ModelArgs.GptNModelChannels, features.Phonemes.Count, config.Seed);
        foreach (var (_, parameter) in weights.All)
            parameter.requires_grad_(true);
        var dimensions = GptWeights.Dimensions(model, context.Start.Tokenizer.StartId, context.Start.Tokenizer.StopId);
        this.model = new XttsGpt(weights, dimensions, config.Dropout);
        optimizer = new NamedAdamW(weights.All, config.WeightDecay, beta2: config.Beta2);
        batches = new GptBatches(prompts, config, model.Architecture.Dvae.NumTokens);
        order = new LengthBuckets([.. training.Select(clip => clip.TextIds.Length + clip.Codes.Length)], config.BatchSize, config.Seed);
    }

    /// <summary>Prepares the corpus and builds the stage.</summary>
    public static GptStage Create(GptStageConfig config, StageContext context, CancellationToken cancellation) =>
        new(config, context, CorpusFeatures.Load(context, cancellation));

    public IEnumerable<KeyValuePair<string, Tensor>> Weights => weights.All.AsTensors();

    public IEnumerable<KeyValuePair<string, Tensor>> Memory => optimizer.Moments;

    public IReadOnlyDictionary<string, double> Step(int step, double learningRate)
    {
        using var scope = NewDisposeScope();
        manual_seed((long)(new SeededStream(config.Seed, "dropout", step).Next() >> 1));
        var clips = order.At(step - 1).Select(i => training[i]).ToArray();
        model.Mode.Training = true;
        optimizer.DropGradients();
        var probe = new AttentionProbe([.. config.AlignmentBlocks]);
        var output = model.Forward(batches.Training(clips, step), probe);
        var sound = head.Score(output.AudioHidden, clips);
        var total = output.LossAudio + (output.LossText * config.TextLossWeight) + sound.Total(config);
        var alignment = Alignment(probe, clips);
        if (alignment is not null)
            total += alignment * config.AlignmentWeight;
        total.backward();
        nn.utils.clip_grad_norm_(optimizer.Parameters, config.ClipNorm > 0 ? config.ClipNorm : double.PositiveInfinity);
        optimizer.Step(learningRate, step);
        return Measures(("total", total), output, sound, alignment);
    }

    public IReadOnlyDictionary<string, double> Validate(CancellationToken cancellation)
    {
        using var gradients = no_grad();
        model.Mode.Training = false;
        var sums = new Dictionary<string, double>();
        foreach (var clips in validation.Chunk(config.BatchSize))
        {
            cancellation.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            var probe = new AttentionProbe([.. config.AlignmentBlocks]);
            var output = model.Forward(batches.Clean(clips, 0), probe);
            foreach (var (name, value) in Measures(("codes", output.LossAudio), output, head.Score(output.AudioHidden, clips), Alignment(probe, clips)))
                sums[name] = sums.GetValueOrDefault(name) + (value * clips.Length / validation.Count);
        }

        return sums;
    }

    public void Dispose()
    {
        optimizer.Dispose();
        weights.Dispose();
    }

    private Tensor? Alignment(AttentionProbe probe, IReadOnlyList<ClipFeatures> clips) => config.AlignmentWeight > 0 && probe.Seen.Count > 0
        ? AlignmentGuide.Loss(probe.Seen, latentCount, clips.Max(clip => clip.TextIds.Length) + 2, clips)
        : null;

    private static Dictionary<string, double> Measures((string Name, Tensor Value) first, GptOutput output, SoundLosses sound, Tensor? alignment)
    {
        var measures = new Dictionary<string, double> { [first.Name] = first.Value.item<float>() };
        if (alignment is not null)
            measures["alignment"] = alignment.item<float>();
        (string Name, Tensor Value)[] rest =
        [
            ("codes", output.LossAudio), ("text", output.LossText), ("mel", sound.Mel), ("pitch", sound.Pitch),
            ("phoneme", sound.Phoneme), ("phonemeAccuracy", sound.PhonemeAccuracy),
        ];
        foreach (var (name, value) in rest)
            measures[name] = value.item<float>();
        return measures;
    }
}
