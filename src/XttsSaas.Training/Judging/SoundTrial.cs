namespace XttsSaas.Training.Judging;

/// <summary>A checkpoint that was listened to.</summary>
/// <param name="Step">Its optimiser steps; 0 is the base model, speaking with the same reference clips; the vocoder's steps count on from the run's last.</param>
/// <param name="Score">How it sounds.</param>
public sealed record SoundTrial(int Step, SoundScore Score);
