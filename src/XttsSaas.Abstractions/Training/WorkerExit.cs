namespace XttsSaas.Abstractions.Training;

/// <summary>
/// How a worker process ended. A failure that it reported itself is final; an end without result or failure
/// (killed, crashed, lost machine) is an interruption.
/// </summary>
[GenerateSerializer, Immutable, Alias("WorkerExit")]
public sealed record WorkerExit(LeaseId Lease, int ExitCode, TrainingResult? Result, Error? Failure, double DeviceSeconds);
