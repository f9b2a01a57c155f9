using TorchSharp;
using XttsSaas.Training.Checkpoints;
using XttsSaas.Training.Model;
using XttsSaas.Training.Optimization;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Tensors;
using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining.Vocoder;

/// <summary>
/// Hidden states of the GPT and a speaker embedding to a waveform.
/// <code>
/// random segments ─ hidden states, speaker ─ vocoder ─ output ┬ spectra of several windows ┐
///                └ recording ─────────────────────────────────┴ mel spectrum, its speaker  ┴ AdamW
/// </code>
/// A generator with an excitation learns its pitch beside that.
/// </summary>
public sealed class VocoderStage : IPretrainingStage
{
    private readonly VocoderStageConfig config;
    private readonly ModelWeights weights;
    private readonly Model.Vocoder model;
    private readonly IVocoderClips clips;
    private readonly SegmentSampler segments;
    private readonly VocoderLosses losses;
    private readonly SpeakerLoss? speaker;
    private readonly VocoderValidation validation;
    private readonly NamedAdamW optimizer;

    internal VocoderStage(VocoderStageConfig config, XttsConfig modelConfig, ModelWeights weights, IVocoderClips clips, SpeakerLoss? speaker = null)
    {
        (this.config, this.weights, this.clips, this.speaker) = (config, weights, clips, speaker);
        foreach (var (_, parameter) in weights.All)
            parameter.requires_grad_(true);
        var geometry = new SegmentGeometry(modelConfig.ModelArgs);
        model = new Model.Vocoder(weights, modelConfig);
        losses = new VocoderLosses(config, modelConfig.ModelArgs, weights.Device);
        segments = new SegmentSampler(clips, config, geometry, weights.Device);
        validation = new VocoderValidation(model, losses, config, geometry, modelConfig.ModelArgs.OutputSampleRate, weights.Device);
        optimizer = new NamedAdamW(weights.All, config.WeightDecay, beta1: 0.8, beta2: 0.99);
    }

    /// <summary>Builds the stage on the hidden states of the start model's GPT.</summary>
    public static VocoderStage Create(VocoderStageConfig config, StageContext context)
    {
        var model = context.Start.Config;
        var speaker = config.SpeakerWeight > 0
            ? new SpeakerLoss(GptWeights.LoadPart(context.Start, TensorNames.SpeakerEncoder, context.Device), model.Architecture.SpeakerEncoder, model.ModelArgs.OutputSampleRate)
            : null;
        return new VocoderStage(config, model, GptWeights.LoadPart(context.Start, TensorNames.Vocoder, context.Device), new TeacherForcedClips(config, context), speaker);
    }

    public IEnumerable<KeyValuePair<string, Tensor>> Weights => weights.All.AsTensors();

    public IEnumerable<KeyValuePair<string, Tensor>> Memory => optimizer.Moments;

    public IReadOnlyDictionary<string, double> Step(int step, double learningRate)
    {
        using var scope = NewDisposeScope();
        var batch = segments.At(step);
        optimizer.DropGradients();
        var (output, pitch) = Forward(batch);
        var (spectral, mel) = losses.Forward(output.squeeze(1), batch.Target);
        var total = spectral + (mel * config.MelWeight);
        var unlike = speaker?.Forward(output.squeeze(1), batch.Speakers);
        if (unlike is not null)
            total += unlike * config.SpeakerWeight;
        if (pitch is { } known)
            total += PitchLoss.Total(known) * config.PitchWeight;
        total.backward();
        nn.utils.clip_grad_norm_(optimizer.Parameters, config.ClipNorm > 0 ? config.ClipNorm : double.PositiveInfinity);
        optimizer.Step(learningRate, step);
        var values = new Dictionary<string, double> { ["total"] = total.item<float>(), ["spectral"] = spectral.item<float>(), ["mel"] = mel.item<float>() };
        if (unlike is not null)
            values["speaker"] = unlike.item<float>();
        if (pitch is { } scored)
            (values["pitch"], values["voicing"]) = (scored.Octaves.item<float>(), scored.Voicing.item<float>());
        return values;
    }

    // The stages hear the recording's own pitch, or the spectra would not match however well they filter.
    private (Tensor Output, (Tensor Octaves, Tensor Voicing)? Pitch) Forward(SegmentBatch batch)
    {
        if (!model.HasExcitation)
            return (model.Forward(batch.Hidden, batch.Speakers), null);
        var (output, predicted) = model.Forward(batch.Hidden, batch.Speakers, batch.Pitch);
        return (output, PitchLoss.Of(predicted, batch.Pitch));
    }

    public IReadOnlyDictionary<string, double> Validate(CancellationToken cancellation) => validation.Run(clips.Validation(), cancellation);

    public void Dispose()
    {
        optimizer.Dispose();
        losses.Dispose();
        speaker?.Dispose();
        clips.Dispose();
        weights.Dispose();
    }
}
