namespace XttsSaas.Training.Checkpoints;

/// <summary>A complete checkpoint on disk.</summary>
/// <param name="Step">Optimiser steps that it holds.</param>
/// <param name="Path">Its folder.</param>
/// <param name="Manifest">Its files.</param>
public sealed record StepCheckpoint(int Step, string Path, StepManifest Manifest)
{
    /// <summary>SHA-256 of the weights file.</summary>
    public string Sha256 => Manifest.Files[CheckpointStore.WeightsFile].Sha256;

    /// <summary>Size of all files.</summary>
    public long Bytes => Manifest.Files.Values.Sum(file => file.Bytes);
}
