namespace XttsSaas.Training.Checkpoints;

/// <summary>The files of a checkpoint; a folder whose files do not match it is half-written or damaged.</summary>
/// <param name="Step">Optimiser steps that the checkpoint holds.</param>
/// <param name="Files">By name.</param>
public sealed record StepManifest(int Step, IReadOnlyDictionary<string, StepFile> Files);
