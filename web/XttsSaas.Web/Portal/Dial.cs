namespace XttsSaas.Web.Portal;

/// <summary>
/// A slider of the studio with its exact number; <paramref name="Words"/> say what its two ends mean. One with
/// <paramref name="Untouched"/> words stands for the model's own setting, whatever that is, until it is moved.
/// </summary>
public sealed record Dial(string Name, string Label, double Min, double Max, double Step, double Value, string Words, string? Untouched = null);
