using TorchSharp;
using XttsSaas.Training.Data;
using XttsSaas.Training.Model;
using static TorchSharp.torch;

namespace XttsSaas.Training.Runs;

/// <summary>Scores a model on held-out clips, in evaluation mode and without masking prompts.</summary>
public sealed class Evaluator(XttsGpt model, BatchFactory batches, double textLossWeight)
{
    /// <summary>Losses over all clips, each clip weighted by its tokens, <paramref name="pieceSize"/> clips at a time.</summary>
    public StepLosses Run(int pieceSize, CancellationToken cancellation)
    {
        var training = model.Mode.Training;
        model.Mode.Training = false;
        try
        {
            return Score(pieceSize, cancellation);
        }
        finally
        {
            model.Mode.Training = training;
        }
    }

    private StepLosses Score(int pieceSize, CancellationToken cancellation)
    {
        using var gradients = no_grad();
        var (text, textTokens, audio, audioTokens) = (0.0, 0, 0.0, 0);
        using var batchScope = NewDisposeScope();
        foreach (var batch in batches.Validation(pieceSize))
        {
            cancellation.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            var output = model.Forward(batch);
            text += output.LossText.item<float>() * output.ScoredText;
            audio += output.LossAudio.item<float>() * output.ScoredAudio;
            textTokens += output.ScoredText;
            audioTokens += output.ScoredAudio;
        }

        return StepLosses.Of(text / textTokens, audio / audioTokens, textLossWeight);
    }
}
