using TorchSharp;
using XttsSaas.Training.Model;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Parity;
using XttsSaas.Xtts.Tensors;
using static TorchSharp.torch;

namespace XttsSaas.Training.Parity;

/// <summary>The parts of one pack's model, each with its weights by the formula, made when first asked for.</summary>
internal sealed class ParityModel(ParityCase test, Device device, ScalarType type) : IDisposable
{
    private readonly ParityPack pack = test.Pack;
    private readonly string key = test.Entry.ModelKey;
    private readonly Dictionary<string, ModelWeights> parts = new(StringComparer.Ordinal);
    private float[]? melStats;

    public XttsConfig Config { get; } = test.Config;

    public Device Device => device;

    /// <summary>Divides the log mels, per row.</summary>
    public float[] MelStats => melStats ??= pack.ModelWeights(Config).Single(source => source.Name == TensorNames.MelStats).ReadSingle();

    /// <summary>Everything under <c>gpt.</c></summary>
    public ModelWeights GptWeights => Part("gpt.", () => pack.ModelWeights(Config));

    public XttsGpt Gpt => new(GptWeights, Dimensions, dropout: 0);

    /// <exception cref="Xtts.ModelFormatException">Neither the configuration nor a vocabulary says where text starts and stops.</exception>
    public GptDimensions Dimensions
    {
        get
        {
            if (Config.ModelArgs is { GptStartTextToken: { } start, GptStopTextToken: { } stop })
                return Model.GptWeights.Dimensions(Config, start, stop);
            var vocabulary = pack.LoadVocabulary();
            return Model.GptWeights.Dimensions(Config, vocabulary.StartId, vocabulary.StopId);
        }
    }

    public Vocoder Vocoder => new(Part(TensorNames.Vocoder + ".", () => pack.ModelWeights(Config)), Config);

    public SpeakerEncoder SpeakerEncoder =>
        new(Part(TensorNames.SpeakerEncoder + ".", () => pack.ModelWeights(Config)), Config.Architecture.SpeakerEncoder);

    public Dvae Dvae => new(DvaeWeights);

    public DvaeEncoder DvaeEncoder => new(DvaeWeights);

    private ModelWeights DvaeWeights => Part("", () => pack.DvaeWeights(Config));

    /// <summary>Whether <paramref name="other"/> is about this model.</summary>
    public bool Fits(ParityCase other) => ReferenceEquals(other.Pack, pack) && other.Entry.ModelKey == key;

    /// <summary>A tensor on the device, of the type that this model computes in.</summary>
    public Tensor Tensor(float[] values, params ReadOnlySpan<long> shape) => tensor(values, shape.ToArray()).to(device).to_type(type);

    /// <summary>The case's floating-point input of this name.</summary>
    public Tensor Input(ParityCase other, string name) => Tensor(other.Input(name), other.InputShape(name).AsSpan());

    /// <summary>Forgets the GPT: its weights were changed.</summary>
    public void DropGpt()
    {
        if (parts.Remove("gpt.", out var weights))
            weights.Dispose();
    }

    public void Dispose()
    {
        foreach (var weights in parts.Values)
            weights.Dispose();
        parts.Clear();
    }

    private ModelWeights Part(string prefix, Func<IReadOnlyList<TensorSource>> sources)
    {
        if (parts.TryGetValue(prefix, out var weights))
            return weights;
        weights = new ModelWeights(device, type);
        foreach (var source in sources().Where(source => source.Type == TensorType.F32 && source.Name.StartsWith(prefix, StringComparison.Ordinal)))
            weights.Add(source.Name, source.ReadSingle(), source.Shape.ToArray());
        parts.Add(prefix, weights);
        // Two gigabytes of host arrays have been copied into tensors; the collector itself would let them lie.
        GC.Collect(2, GCCollectionMode.Aggressive);
        return weights;
    }
}
