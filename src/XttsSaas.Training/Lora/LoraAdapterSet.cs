using TorchSharp;
using TorchSharp.Modules;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Data;
using XttsSaas.Training.Model;
using XttsSaas.Training.Protocol;
using XttsSaas.Training.Runs;
using XttsSaas.Xtts.Weights;
using static TorchSharp.torch;

namespace XttsSaas.Training.Lora;

/// <summary>The adapters of one run, attached to the projections that the configuration's patterns cover.</summary>
public sealed class LoraAdapterSet : IDisposable
{
    private readonly ModelWeights weights;
    private readonly long seed;
    private readonly SortedDictionary<string, LoraAdapter> adapters = new(StringComparer.Ordinal);

    private LoraAdapterSet(ModelWeights weights, LoraConfig config, long seed)
    {
        this.weights = weights;
        this.seed = seed;
        Config = config;
    }

    public LoraConfig Config { get; }

    /// <summary>The trainable tensors: <c>MATRIX.lora_a</c> [in, rank] and <c>MATRIX.lora_b</c> [rank, out].</summary>
    public IEnumerable<KeyValuePair<string, Parameter>> Parameters => adapters.SelectMany(entry => new[]
    {
        KeyValuePair.Create(entry.Key + ".lora_a", entry.Value.A),
        KeyValuePair.Create(entry.Key + ".lora_b", entry.Value.B),
    });

    /// <summary>Puts a fresh adapter beside every matrix of <paramref name="weights"/> that a target pattern covers.</summary>
    /// <param name="weights">A model whose layers are built, so that its projections are known.</param>
    /// <param name="config">Rank, scale, dropout and targets.</param>
    /// <param name="mode">The model's training switch, for the adapters' dropout.</param>
    /// <param name="seed">Of the initial A; B starts at zero.</param>
    /// <exception cref="TrainingException">A pattern covers no matrix; the message names every such pattern and what comes nearest to it.</exception>
    public static LoraAdapterSet Attach(ModelWeights weights, LoraConfig config, ForwardMode mode, long seed)
    {
        var patterns = config.Targets.Select(target => new TargetPattern(target)).ToArray();
        var idle = patterns.Where(pattern => !weights.Projections.Keys.Any(pattern.Matches)).ToArray();
        if (idle.Length > 0)
        {
            throw new TrainingException(WorkerCodes.InvalidJob,
                $"lora.targets: no matrix of the model matches {string.Join(", ", idle.Select(pattern => $"'{pattern}' (nearest: {pattern.Nearest(weights.Projections.Keys)})"))}.");
        }

        var set = new LoraAdapterSet(weights, config, seed);
        foreach (var (name, projection) in weights.Projections.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (patterns.Any(pattern => pattern.Matches(name)))
                set.Attach(projection, mode);
        }

        return set;
    }

    /// <summary>The matrix <paramref name="name"/> with its adapter added, in the matrix's own shape; null when it has none.</summary>
    public float[]? Merge(string name)
    {
        if (!adapters.TryGetValue(WithoutSuffix(name), out var adapter))
            return null;
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var projection = weights.Projections[name];
        return (projection.Weight + adapter.Delta(projection.Layout).reshape(projection.Weight.shape)).ToHostArray();
    }

    /// <summary>Makes every adapter fresh again, as <see cref="Attach(ModelWeights, LoraConfig, ForwardMode, long)"/> made it.</summary>
    public void Reset()
    {
        using var gradients = no_grad();
        foreach (var (matrix, adapter) in adapters)
        {
            using var scope = NewDisposeScope();
            adapter.A.copy_(tensor(InitialA(matrix, adapter.A.shape[0]), adapter.A.shape));
            adapter.B.zero_();
        }
    }

    public void Dispose()
    {
        foreach (var (name, adapter) in adapters)
        {
            weights.Projections[name + ".weight"].Adapter = null;
            adapter.A.Dispose();
            adapter.B.Dispose();
        }

        adapters.Clear();
    }

    private void Attach(Projection projection, ForwardMode mode)
    {
        var matrix = WithoutSuffix(projection.Name);
        var adapter = new LoraAdapter(
            Trainable(InitialA(matrix, projection.InputSize), projection.InputSize, Config.Rank),
            Trainable(new float[Config.Rank * projection.OutputSize], Config.Rank, projection.OutputSize),
            Config.Alpha / Config.Rank,
            Config.Dropout,
            mode);
        projection.Adapter = adapter;
        adapters.Add(matrix, adapter);
    }

    // Kaiming uniform with a = √5, the initialisation of a linear layer: U(-1/√in, 1/√in).
    private float[] InitialA(string matrix, long inputSize)
    {
        var a = new float[inputSize * Config.Rank];
        var bound = 1 / Math.Sqrt(inputSize);
        var random = new SeededStream(seed, "lora/" + matrix);
        for (var i = 0; i < a.Length; i++)
            a[i] = (float)(((random.NextDouble() * 2) - 1) * bound);
        return a;
    }

    private Parameter Trainable(float[] values, long rows, long columns)
    {
        using var scope = NewDisposeScope();
        return new Parameter(tensor(values, [rows, columns]).to(weights.Device)).DetachFromScope();
    }

    private static string WithoutSuffix(string name) => name[..^".weight".Length];
}
