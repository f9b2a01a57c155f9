namespace XttsSaas.Training.Configuration;

/// <summary>Checks a configuration and names every fault, each with its value and the allowed range.</summary>
public static class TrainingConfigValidator
{
    /// <summary>All faults of <paramref name="config"/>; empty when it can run.</summary>
    public static IReadOnlyList<string> Validate(TrainingConfig config)
    {
        var faults = new List<string>();
        if (config.Steps is null == config.Epochs is null)
            faults.Add("exactly one of steps and epochs must be set");
        Range(faults, "steps", config.Steps, 1, 10_000_000);
        Range(faults, "epochs", config.Epochs, 1, 100_000);
        Range(faults, "batchSize", config.BatchSize, 0, 64);
        Range(faults, "effectiveBatch", config.EffectiveBatch, 1, 4096);
        if (config is { BatchSize: 0, GradientAccumulation: not 1 })
            faults.Add($"gradientAccumulation is {config.GradientAccumulation}; batchSize 0 takes its batch from effectiveBatch, so it must be 1");
        Range(faults, "gradientAccumulation", config.GradientAccumulation, 1, 1024);
        Range(faults, "warmupSteps", config.WarmupSteps, 0, 10_000_000);
        Range(faults, "validateEvery", config.ValidateEvery, 0, 10_000_000);
        Range(faults, "checkpointEvery", config.CheckpointEvery, 0, 10_000_000);
        Range(faults, "keepLast", config.KeepLast, 1, 100);
        Range(faults, "judgeSentences", config.JudgeSentences, 0, 64);
        Range(faults, "threads", config.Threads, 0, 1024);
        Range(faults, "prefetch", config.Prefetch, 0, 16);
        Range(faults, "learningRate", config.LearningRate, 1e-9, 1);
        Range(faults, "finalLearningRateRatio", config.FinalLearningRateRatio, 0, 1.0);
        Range(faults, "decayEvery", config.DecayEvery, 0, 10_000_000);
        Range(faults, "decayFactor", config.DecayFactor, 1e-6, 1.0);
        Range(faults, "patience", config.Patience, 0, 10_000);
        Range(faults, "weightDecay", config.WeightDecay, 0, 1.0);
        Range(faults, "clipNorm", config.ClipNorm, 0, 1e6);
        Range(faults, "maxRollbacks", config.MaxRollbacks, 0, 10);
        if (config.DivergenceFactor != 0)
            Range(faults, "divergenceFactor", config.DivergenceFactor, 1.05, 1000);
        Range(faults, "textLossWeight", config.TextLossWeight, 0, 100.0);
        Range(faults, "dropout", config.Dropout, 0, 0.9);
        if (config.VocoderSteps is { } vocoderSteps)
            Range(faults, "vocoderSteps", vocoderSteps, 0, 100_000);
        Range(faults, "vocoderLearningRate", config.VocoderLearningRate, 1e-9, 1.0);
        Range(faults, "inputCorruption", config.InputCorruption, 0, 1.0);
        if (config.Steps < config.WarmupSteps)
            faults.Add($"warmupSteps is {config.WarmupSteps}; must not exceed steps ({config.Steps})");
        if (config is { Schedule: ScheduleKind.Step, DecayEvery: 0 })
            faults.Add("decayEvery is 0; schedule 'Step' needs the steps between two drops");
        if (config is { Patience: > 0, ValidateEvery: 0 })
            faults.Add($"patience is {config.Patience}; it counts validations, so validateEvery must be above 0");
        if (config is { Precision: PrecisionKind.Fp16, Device: DeviceKind.Cpu })
            faults.Add("precision is Fp16; the CPU does not multiply in it, so device 'Cpu' needs Bf16, Fp32 or Auto");
        if (string.IsNullOrWhiteSpace(config.Language))
            faults.Add("language is blank; must be one of the model's languages, for example en");
        if (config is { PromptMasking: PromptMasking.Reference, PromptSource: PromptSource.OtherClip })
            faults.Add("promptMasking is Reference; it leaves out what a clip's own prompt holds, so promptSource must be OwnClip");
        if (config is { PromptMasking: PromptMasking.Reference } && config.WithBatch().BatchSize == 1)
            faults.Add($"{(config.BatchSize == 0 ? "effectiveBatch" : "batchSize")} is 1; promptMasking 'Reference' needs at least 2, or its audio loss has no target");
        if (config.Lora is null)
            faults.Add("lora is null; leave it out or give an object");
        else
            ValidateLora(faults, config.Lora);
        if (config.Limits is null)
            faults.Add("limits is null; leave it out or give an object");
        else
            ValidateLimits(faults, config.Limits);
        return faults;
    }

    private static void ValidateLora(List<string> faults, LoraConfig lora)
    {
        Range(faults, "lora.rank", lora.Rank, 1, 256);
        Range(faults, "lora.alpha", lora.Alpha, 1e-3, 1e4);
        Range(faults, "lora.dropout", lora.Dropout, 0, 0.9);
        if (lora.Targets is null or { Count: 0 } || lora.Targets.Any(string.IsNullOrWhiteSpace))
            faults.Add("lora.targets must name at least one pattern, and none may be blank");
    }

    private static void ValidateLimits(List<string> faults, ClipLimits limits)
    {
        Range(faults, "limits.minSeconds", limits.MinSeconds, 0.05, 60);
        Range(faults, "limits.maxSamples", limits.MaxSamples, 1024, 600_000);
        Range(faults, "limits.maxTextTokens", limits.MaxTextTokens, 1, 400);
    }

    private static void Range<T>(List<string> faults, string name, T? value, T low, T high)
        where T : struct, IComparable<T>
    {
        // NaN compares below every number, so it is caught here as well.
        if (value is { } given && (given.CompareTo(low) < 0 || given.CompareTo(high) > 0))
            faults.Add(FormattableString.Invariant($"{name} is {given}; must be {low}–{high}"));
    }
}
