namespace XttsSaas.Abstractions.Training;

/// <summary>How a checkpoint sounds on held-out sentences, beside the recordings of them.</summary>
/// <param name="Step">Its optimiser steps; 0 is the base model that clones from the same clips; more than the run has is the result with a vocoder of its own.</param>
/// <param name="Sentences">How many it was asked to say.</param>
/// <param name="Understood">Share of them that is told from all others, 0–1.</param>
/// <param name="Similarity">Mean cosine of the speaker embeddings with the speaker's clips.</param>
/// <param name="MelCepstralDistortion">Against the recordings, dB; less is nearer.</param>
/// <param name="LengthRatio">Mean length over the recording's.</param>
/// <param name="StopFailures">Sentences that never came to an end.</param>
/// <param name="Value">The one number that checkpoints are ranked by; more is better.</param>
/// <param name="Best">Whether it is the best of the trained ones.</param>
/// <param name="Sample">WAV file of the first sentence, relative to the session's output folder.</param>
[GenerateSerializer, Immutable, Alias("CheckpointSound")]
public sealed record CheckpointSound(
    int Step,
    int Sentences,
    double Understood,
    double Similarity,
    double MelCepstralDistortion,
    double LengthRatio,
    int StopFailures,
    double Value,
    bool Best,
    string Sample);
