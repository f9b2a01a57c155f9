using TorchSharp;
using TorchSharp.Modules;
using XttsSaas.Training.Checkpoints;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Lora;
using XttsSaas.Training.Model;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Safetensors;
using XttsSaas.Xtts.Tensors;
using static TorchSharp.torch;

namespace XttsSaas.Training.Runs;

/// <summary>What a run changes: all weights of the GPT part, or its adapters.</summary>
public sealed class Trainables : IDisposable
{
    private readonly ModelWeights weights;
    private readonly LoraAdapterSet? adapters;
    private readonly KeyValuePair<string, Parameter>[] parameters;

    public Trainables(ModelWeights weights, TrainingConfig config, ForwardMode mode)
    {
        this.weights = weights;
        if (config.Mode == TrainingMode.Lora)
        {
            adapters = LoraAdapterSet.Attach(weights, config.Lora, mode, config.Seed);
            parameters = [.. adapters.Parameters];
        }
        else
        {
            parameters = [.. weights.All];
            foreach (var (_, parameter) in parameters)
                parameter.requires_grad_(true);
        }
    }

    /// <summary>By name, in a fixed order.</summary>
    public IReadOnlyList<KeyValuePair<string, Parameter>> Parameters => parameters;

    /// <summary>How many numbers they hold.</summary>
    public long Count => parameters.Sum(entry => entry.Value.numel());

    /// <summary>The adapters; null in full mode.</summary>
    public LoraAdapterSet? Adapters => adapters;

    /// <summary>The GPT tensor <paramref name="spec"/> as an exported model has it: trained, or merged with its adapter.</summary>
    public float[] Export(TensorSpec spec) => adapters?.Merge(spec.Name) ?? weights[spec.Name].ToHostArray();

    /// <summary>Undoes all training: the weights of <paramref name="baseModel"/>, or fresh adapters.</summary>
    public void Reset(Checkpoint baseModel)
    {
        if (adapters is not null)
            adapters.Reset();
        else
            TensorFiles.Load(baseModel.Model, parameters.AsTensors());
    }

    public void Dispose() => adapters?.Dispose();
}
