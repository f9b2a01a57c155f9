namespace XttsSaas.Xtts.Parity;

/// <summary>One implementation of the model, or of a part of it, that can answer the cases of a parity pack.</summary>
public interface IParityEngine : IDisposable
{
    /// <summary>As a report names it: "managed", "onnxruntime", "torchsharp".</summary>
    string Name { get; }

    /// <summary>Kinds of case that this engine can compute.</summary>
    IReadOnlySet<string> Kinds { get; }

    /// <summary>The outputs of a case that this engine can give, from the case's inputs and the pack's weights alone.</summary>
    /// <exception cref="ModelFormatException">The pack lacks something that the case needs.</exception>
    IReadOnlyList<ParityOutput> Compute(ParityCase test);
}
