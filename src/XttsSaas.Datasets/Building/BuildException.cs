namespace XttsSaas.Datasets.Building;

/// <summary>A clip does not fit into a dataset; the message names it and says why.</summary>
public sealed class BuildException(string message) : Exception(message);
