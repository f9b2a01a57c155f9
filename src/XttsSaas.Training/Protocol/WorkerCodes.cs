namespace XttsSaas.Training.Protocol;

/// <summary>Codes of <see cref="FailedEvent"/> and <see cref="WarningEvent"/>.</summary>
public static class WorkerCodes
{
    /// <summary>The job file or its configuration is wrong; a retry fails again.</summary>
    public const string InvalidJob = "invalid_job";

    /// <summary>The base checkpoint is missing, incomplete or of another shape; a retry fails again.</summary>
    public const string InvalidCheckpoint = "invalid_checkpoint";

    /// <summary>No usable training clip is left; a retry fails again.</summary>
    public const string EmptyDataset = "empty_dataset";

    /// <summary>The loss was lost and roll-backs did not help; lower the learning rate.</summary>
    public const string Diverged = "diverged";

    /// <summary>As a warning: one step was skipped because its loss or gradients were not finite.</summary>
    public const string NonFiniteStep = "non_finite_step";

    /// <summary>As a warning: the run ended before its last step because the held-out clips did not improve any more.</summary>
    public const string StoppedEarly = "stopped_early";

    /// <summary>As a warning: a checkpoint could not be listened to, for lack of memory or disk; it cannot become the best-sounding one.</summary>
    public const string NotJudged = "not_judged";

    /// <summary>As a warning: the vocoder could not be adapted; the result speaks with the base model's.</summary>
    public const string NotAdapted = "not_adapted";

    /// <summary>Not even one clip at a time fits into memory; as a warning: fewer clips go through the model at a time from now on.</summary>
    public const string OutOfMemory = "out_of_memory";

    /// <summary>The requested device does not exist on this machine.</summary>
    public const string DeviceUnavailable = "device_unavailable";

    /// <summary>Another worker holds the output folder; retry when it has ended.</summary>
    public const string OutputInUse = "output_in_use";

    /// <summary>The run was asked to stop; its last checkpoint is on disk.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>Anything else; a retry resumes from the last checkpoint.</summary>
    public const string Unexpected = "unexpected";
}
