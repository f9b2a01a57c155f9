namespace XttsSaas.Training.Protocol;

/// <summary>A clip of the data set that is not trained on.</summary>
/// <param name="Name">The clip's id, the first column of its metadata row.</param>
/// <param name="Reason">What is wrong with it, with the measured value and the limit.</param>
public sealed record DroppedClip(string Name, string Reason);
