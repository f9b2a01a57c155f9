namespace XttsSaas.Abstractions.Training;

/// <summary>The artefact a finished worker left: a checkpoint folder relative to the model store's root.</summary>
/// <param name="Steps">Optimiser steps done in all.</param>
/// <param name="BestStep">The step whose weights it holds.</param>
/// <param name="Checkpoint">The folder.</param>
/// <param name="CheckpointSha256">Of its weights.</param>
/// <param name="BetterThanZeroShot">Whether it sounds better than the base model that clones from the same clips; null where nobody listened.</param>
[GenerateSerializer, Immutable, Alias("TrainingResult")]
public sealed record TrainingResult(int Steps, int BestStep, string Checkpoint, string CheckpointSha256, bool? BetterThanZeroShot = null);
