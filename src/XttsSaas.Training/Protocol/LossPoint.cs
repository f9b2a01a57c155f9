namespace XttsSaas.Training.Protocol;

/// <summary>The losses at one step, as in <see cref="StepEvent"/> and <see cref="ValidationEvent"/>.</summary>
/// <param name="Step">Optimiser steps done when they were measured.</param>
/// <param name="LossText">Cross entropy per text token, nats.</param>
/// <param name="LossMel">Cross entropy per audio code, nats.</param>
/// <param name="Loss">The weighted total.</param>
public sealed record LossPoint(int Step, double LossText, double LossMel, double Loss);
