namespace XttsSaas.Training.Configuration;

/// <summary>
/// Whether the audio loss leaves out the part of a clip that its conditioning prompt was cut from
/// (so that the model is not rewarded for copying the prompt). Validation never masks.
/// </summary>
public enum PromptMasking
{
    /// <summary>All codes count.</summary>
    None,

    /// <summary>
    /// As the reference code computes it: sample indices divided by 256 although a code spans 1,024 samples, and
    /// only in the last row of the batch. Costs almost the whole last row, hence needs batches of 2 and more.
    /// </summary>
    Reference,
}
