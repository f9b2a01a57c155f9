namespace XttsSaas.Training.Pretraining;

/// <summary>Builds the stage that a configuration describes.</summary>
public static class StageFactory
{
    public static IPretrainingStage Create(StageConfig config, StageContext context, CancellationToken cancellation) => config switch
    {
        DvaeStageConfig dvae => new Dvae.DvaeStage(dvae, context, cancellation),
        SpeakerStageConfig speaker => new Speaker.SpeakerStage(speaker, context, cancellation),
        GptStageConfig gpt => Gpt.GptStage.Create(gpt, context, cancellation),
        VocoderStageConfig vocoder => Vocoder.VocoderStage.Create(vocoder, context),
        _ => throw new ArgumentOutOfRangeException(nameof(config), config.GetType().Name, "There is no such stage."),
    };
}
