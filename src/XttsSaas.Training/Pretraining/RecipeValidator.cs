namespace XttsSaas.Training.Pretraining;

/// <summary>Checks a recipe before anything is trained.</summary>
public static class RecipeValidator
{
    /// <summary>Every fault as "name is value; must be …"; empty when the recipe can be run.</summary>
    public static IReadOnlyList<string> Faults(Recipe recipe)
    {
        var faults = new List<string>();
        if (recipe.Stages.Count == 0)
            faults.Add("stages is empty; must be at least one stage");
        var names = recipe.Stages.Select(stage => stage.Name ?? StageNames.Of(stage)).ToArray();
        faults.AddRange(names.Where(name => name.Length == 0 || name.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter != '-'))
            .Select(name => $"stages[].name is '{name}'; must be letters, digits and hyphens"));
        for (var i = 0; i < recipe.Stages.Count; i++)
            Check($"stages[{i}]", recipe.Stages[i], faults);
        return faults;
    }

    private static void Check(string at, StageConfig stage, List<string> faults)
    {
        AtLeast("steps", stage.Steps, 1);
        AtLeast("batchSize", stage.BatchSize, 1);
        AtLeast("warmupSteps", stage.WarmupSteps, 0);
        AtLeast("validateEvery", stage.ValidateEvery, 0);
        AtLeast("checkpointEvery", stage.CheckpointEvery, 0);
        AtLeast("threads", stage.Threads, 1);
        Within("learningRate", stage.LearningRate, double.Epsilon, 1);
        Within("finalLearningRateRatio", stage.FinalLearningRateRatio, 0, 1);
        Within("weightDecay", stage.WeightDecay, 0, 10);
        Within("clipNorm", stage.ClipNorm, 0, double.MaxValue);
        switch (stage)
        {
            case DvaeStageConfig dvae:
                AtLeast("frames", dvae.Frames, 4);
                Within("unquantisedShare", dvae.UnquantisedShare, 0, 1);
                Within("codebookDecay", dvae.CodebookDecay, 0, 1);
                break;
            case SpeakerStageConfig speaker:
                Within("segmentSeconds", speaker.SegmentSeconds, 0.2, 20);
                AtLeast("clipsPerSpeaker", speaker.ClipsPerSpeaker, 2);
                break;
            case GptStageConfig gpt:
                Within("inputCorruption", gpt.InputCorruption, 0, 1);
                Within("dropout", gpt.Dropout, 0, 0.9);
                Within("promptSeconds", gpt.PromptSeconds, 0.33, 30);
                AtLeast("promptsPerSpeaker", gpt.PromptsPerSpeaker, 1);
                break;
            case VocoderStageConfig vocoder:
                AtLeast("segmentCodes", vocoder.SegmentCodes, 4);
                AtLeast("chunkClips", vocoder.ChunkClips, 1);
                AtLeast("chunkSteps", vocoder.ChunkSteps, 1);
                break;
        }

        void AtLeast(string name, int value, int least)
        {
            if (value < least)
                faults.Add($"{at}.{name} is {value}; must be at least {least}");
        }

        void Within(string name, double value, double low, double high)
        {
            if (!(value >= low && value <= high))
                faults.Add(FormattableString.Invariant($"{at}.{name} is {value}; must be {(low == double.Epsilon ? "above 0" : $"{low}")}{(high == double.MaxValue ? " or more" : $" to {high}")}"));
        }
    }
}
