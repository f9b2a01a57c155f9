using System.Text.Json.Serialization;

namespace XttsSaas.Training.Protocol;

/// <summary>The run had diverged and goes on from an earlier step with a lower learning rate; the steps after it come again.</summary>
/// <param name="FromStep">Optimiser steps done when it was found to have diverged.</param>
/// <param name="Step">The step that it goes on from; 0 is the base model.</param>
/// <param name="Rollbacks">How often the run was rolled back, this time included.</param>
/// <param name="RateScale">What the schedule's learning rate is multiplied by from now on.</param>
/// <param name="Cause">What showed it, as a clause.</param>
public sealed record RolledBackEvent(int FromStep, int Step, int Rollbacks, double RateScale, string Cause) : WorkerEvent
{
    public const string TypeName = "rolled_back";

    [JsonPropertyOrder(-1)]
    public override string Type => TypeName;
}
