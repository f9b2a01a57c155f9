using System.Text.Json;

namespace XttsSaas.Xtts.Parity;

/// <summary>What the manifest says of one case.</summary>
/// <param name="Name">For reports only; nothing depends on it.</param>
/// <param name="Kind">What is computed.</param>
/// <param name="File">The file with tensors <c>in.*</c> and <c>out.*</c>, or with text rows.</param>
/// <param name="ConfigArgs">The model arguments, by their official names; null where no model is needed.</param>
/// <param name="Outputs">Tolerances by output name.</param>
/// <param name="Notes">In words: texts, lengths and learning rates of the case.</param>
/// <param name="Vocab">Vocabulary of text rows.</param>
public sealed record ParityEntry(
    string Name, string Kind, string File, JsonElement? ConfigArgs, IReadOnlyDictionary<string, ParityOutputEntry>? Outputs, string? Notes, string? Vocab)
{
    /// <summary>Equal for cases of the same model.</summary>
    public string ModelKey => ConfigArgs?.GetRawText() ?? "";
}
