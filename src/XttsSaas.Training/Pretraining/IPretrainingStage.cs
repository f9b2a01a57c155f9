using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining;

/// <summary>
/// One part of a model that is being trained from scratch. Everything random follows from the seed and the step's number, so a stage
/// keeps no state beyond <see cref="Weights"/> and <see cref="Memory"/>, and a resumed run goes on as if it had never stopped.
/// </summary>
public interface IPretrainingStage : IDisposable
{
    /// <summary>What the stage changes, by the checkpoint's names; tensors that only training needs are named <c>training.…</c>.</summary>
    IEnumerable<KeyValuePair<string, Tensor>> Weights { get; }

    /// <summary>What else a resumed run needs: the optimiser's moments, moving averages.</summary>
    IEnumerable<KeyValuePair<string, Tensor>> Memory { get; }

    /// <summary>Does step <paramref name="step"/> (from 1) at <paramref name="learningRate"/> and returns its losses by name; the first one is what it minimises.</summary>
    IReadOnlyDictionary<string, double> Step(int step, double learningRate);

    /// <summary>Measures on held-out clips, by name; of the first one less is better.</summary>
    IReadOnlyDictionary<string, double> Validate(CancellationToken cancellation);
}
