namespace XttsSaas.Training.Optimization;

/// <summary>
/// Which parameters weight decay applies to, as in the reference: not biases, not the parameters of layer and group norms,
/// not the token and position tables. The perceiver's <c>gamma</c> and <c>latents</c> are decayed, and so are adapters.
/// </summary>
public static class DecayRule
{
    private static readonly string[] NormNames = ["ln_1", "ln_2", "ln_f", "final_norm", "norm"];

    /// <summary>Whether the parameter <paramref name="name"/> is decayed.</summary>
    public static bool Applies(string name)
    {
        var parts = name.Split('.');
        if (parts[^1] == "bias" || name.Contains("embedding.", StringComparison.Ordinal))
            return false;
        return parts[^1] != "weight" || parts.Length < 2 || !NormNames.Contains(parts[^2]);
    }
}
