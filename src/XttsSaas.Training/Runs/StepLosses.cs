namespace XttsSaas.Training.Runs;

/// <summary>Losses in nats per token.</summary>
/// <param name="Text">Cross entropy of text tokens.</param>
/// <param name="Audio">Cross entropy of audio codes.</param>
/// <param name="Total">The weighted sum that is minimised.</param>
public readonly record struct StepLosses(double Text, double Audio, double Total)
{
    public static StepLosses Of(double text, double audio, double textWeight) => new(text, audio, (textWeight * text) + audio);
}
