namespace XttsSaas.Training.Configuration;

/// <summary>Low-rank adapters: y = x·W + (alpha / rank) · dropout(x)·A·B (Hu et al. 2021, section 4.1).</summary>
public sealed record LoraConfig
{
    /// <summary>Columns of A and rows of B, 1–256.</summary>
    public int Rank { get; init; } = 8;

    /// <summary>Scale of the adapter's output, divided by <see cref="Rank"/>.</summary>
    public double Alpha { get; init; } = 16;

    /// <summary>Dropout on the adapter's input while training, in [0, 1).</summary>
    public double Dropout { get; init; }

    /// <summary>
    /// Which matrices get an adapter: globs over official tensor names, <c>*</c> for any run of characters. A pattern may
    /// leave out leading name parts and <c>.weight</c>: <c>attn.c_attn</c>, <c>gpt.gpt.h.*.mlp.c_fc</c>, <c>gpt.mel_head</c>.
    /// </summary>
    public IReadOnlyList<string> Targets { get; init; } =
        ["attn.c_attn", "attn.c_proj", "mlp.c_fc", "mlp.c_proj", "text_head", "mel_head"];
}
