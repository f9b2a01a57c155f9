using TorchSharp;
using XttsSaas.Training.Checkpoints;
using XttsSaas.Training.Model;
using XttsSaas.Training.Optimization;
using XttsSaas.Xtts.Corpus;
using XttsSaas.Xtts.Weights;
using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining.Dvae;

/// <summary>
/// Trains the discrete VAE.
/// <code>
/// steps 1 … u        mel ─ encoder ─ latents ─ decoder ─ mel
/// before step u + 1  k-means of latents starts the code book
/// steps u + 1 …      mel ─ encoder ─ latents ─ nearest code vectors ─ decoder ─ mel;  the code book follows the latents
/// </code>
/// The loss is the squared error, plus the absolute error and the latents' distance to their code vectors, each by its weight.
/// </summary>
public sealed class DvaeStage : IPretrainingStage
{
    private const int StartBatches = 16;
    private readonly DvaeStageConfig config;
    private readonly ModelWeights weights;
    private readonly Model.Dvae dvae;
    private readonly MovingCodebook codebook;
    private readonly NamedAdamW optimizer;
    private readonly MelPool pool;
    private readonly DvaeValidation validation;
    private readonly int unquantisedSteps;

    /// <exception cref="Runs.TrainingException">The configuration is out of range, or the corpus has no clip that is long enough.</exception>
    public DvaeStage(DvaeStageConfig config, StageContext context, CancellationToken cancellation)
    {
        DvaeStageFaults.ThrowIfAny(config);
        this.config = config;
        unquantisedSteps = (int)Math.Round(config.Steps * config.UnquantisedShare);
        var mels = new ClipMels(context, config.Seed, config.Frames);
        pool = new MelPool(mels.Load(CorpusSplit.Training, config.PoolClips, cancellation));
        weights = GptWeights.LoadDvae(context.Start, context.Device);
        dvae = new Model.Dvae(weights);
        validation = new DvaeValidation(dvae, mels.Load(CorpusSplit.Validation, config.ValidationClips, cancellation), context.Start.Config.Architecture.Dvae.NumTokens);
        codebook = new MovingCodebook(weights, config.CodebookDecay);
        var trained = weights.All.Where(entry => IsLayer(entry.Key)).ToList();
        foreach (var (_, parameter) in trained)
            parameter.requires_grad_(true);
        optimizer = new NamedAdamW(trained, config.WeightDecay, beta2: 0.999);
    }

    public IEnumerable<KeyValuePair<string, Tensor>> Weights =>
        weights.All.Where(entry => IsLayer(entry.Key) || MovingCodebook.Owns(entry.Key)).AsTensors();

    public IEnumerable<KeyValuePair<string, Tensor>> Memory => optimizer.Moments;

    public IReadOnlyDictionary<string, double> Step(int step, double learningRate)
    {
        if (step == unquantisedSteps + 1)
            StartCodebook();
        using var scope = NewDisposeScope();
        optimizer.DropGradients();
        var mel = pool.Segments(new SeededStream(config.Seed, "dvae", step), config.BatchSize, config.Frames).to(weights.Device);
        var quantised = step > unquantisedSteps;
        var output = quantised ? dvae.Forward(mel) : dvae.ForwardUnquantised(mel);
        var absolute = (output.Reconstruction - mel).abs().mean();
        var total = output.ReconstructionLoss + (absolute * config.AbsoluteErrorWeight) + (output.CommitmentLoss * config.CommitmentWeight);
        total.backward();
        if (config.ClipNorm > 0)
            nn.utils.clip_grad_norm_(optimizer.Parameters, config.ClipNorm);
        optimizer.Step(learningRate, step);
        if (quantised)
            codebook.Follow(output.Latents.detach(), output.Codes, new SeededStream(config.Seed, "dvae-revival", step));
        return new Dictionary<string, double>
        {
            ["total"] = total.item<float>(),
            ["mse"] = output.ReconstructionLoss.item<float>(),
            ["l1"] = absolute.item<float>(),
            ["commitment"] = output.CommitmentLoss.item<float>(),
        };
    }

    public IReadOnlyDictionary<string, double> Validate(CancellationToken cancellation) => validation.Run(cancellation);

    public void Dispose()
    {
        optimizer.Dispose();
        weights.Dispose();
    }

    private void StartCodebook()
    {
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var stream = new SeededStream(config.Seed, "dvae-codebook");
        var latents = Enumerable.Range(0, StartBatches)
            .Select(_ => dvae.Latents(pool.Segments(stream, config.BatchSize, config.Frames)).flatten(0, 1))
            .ToList();
        codebook.Start(cat(latents), config.BatchSize * config.Frames / 4, stream);
    }

    private static bool IsLayer(string name) =>
        name.StartsWith("encoder.", StringComparison.Ordinal) || name.StartsWith("decoder.", StringComparison.Ordinal);
}
