namespace XttsSaas.Training.Pretraining;

/// <summary>The stages' names, as recipes spell them.</summary>
public static class StageNames
{
    public static string Of(StageConfig config) => config switch
    {
        DvaeStageConfig => "dvae",
        SpeakerStageConfig => "speaker",
        GptStageConfig => "gpt",
        VocoderStageConfig => "vocoder",
        _ => throw new ArgumentOutOfRangeException(nameof(config), config.GetType().Name, "There is no such stage."),
    };
}
