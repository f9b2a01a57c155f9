using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Training.Runs;

/// <summary>
/// How many threads a run computes with. The count is always set: left to the library it changes within a process, and with
/// it the order of sums, so that a resumed run would not be exact.
/// </summary>
public static class ThreadCount
{
    // The operators of smaller models are too short to be shared: waiting for each other costs more than a second thread brings.
    private const long SharedFrom = 50_000_000;

    /// <param name="configured">0 for a choice by the model's size.</param>
    /// <param name="model">The model to be trained.</param>
    /// <param name="processors">Processors of this machine.</param>
    public static int Choose(int configured, XttsConfig model, int processors)
    {
        if (configured > 0)
            return configured;
        var parameters = TensorLayout.Model(model)
            .Where(spec => spec.Name.StartsWith("gpt.", StringComparison.Ordinal))
            .Sum(spec => spec.Shape.Count);
        return parameters < SharedFrom ? 1 : processors;
    }
}
