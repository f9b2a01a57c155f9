using TorchSharp;
using TorchSharp.Modules;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Model;
using XttsSaas.Training.Optimization;
using XttsSaas.Xtts.Parity;
using static TorchSharp.torch;

namespace XttsSaas.Training.Parity;

/// <summary>Losses, gradients and optimiser steps of a training batch.</summary>
internal static class TrainingAnswers
{
    private const string Prefix = "gpt.";
    private static readonly TrainingConfig Defaults = new();

    /// <summary>One pass forth and back, without dropout.</summary>
    public static IEnumerable<ParityOutput> Gradients(ParityCase test, ParityModel model)
    {
        var outputs = new List<ParityOutput>();
        Train(model, (gpt, weights) =>
        {
            var output = gpt.Forward(Batch(test, model));
            var total = Total(output);
            total.backward();
            var found = new TensorTrace();
            found.Record("loss_text", output.LossText);
            found.Record("loss_mel", output.LossAudio);
            found.Record("loss", total);
            found.Record("mel_logits", output.AudioLogits.transpose(1, 2));
            outputs.AddRange(ParityAnswer.Of(test, found));
            foreach (var name in test.Outputs.Keys.Where(name => name.StartsWith("text_logits", StringComparison.Ordinal)))
                outputs.Add(ParityAnswer.Of(test, name, output.TextLogits.transpose(1, 2)));
            outputs.AddRange(OfGradients(test, weights));
        });
        return outputs;
    }

    /// <summary>As many AdamW steps on the same batch as the case has losses.</summary>
    public static IEnumerable<ParityOutput> Steps(ParityCase test, ParityModel model)
    {
        var notes = test.Notes;
        var rate = notes.LearningRate ?? throw new Xtts.ModelFormatException($"The parity case {test.Entry.Name} does not note its learning rate (lr=…).");
        var (losses, norms) = (new float[test.ExpectedShape("losses")[0]], new float[test.ExpectedShape("losses")[0]]);
        var outputs = new List<ParityOutput>();
        Train(model, (gpt, weights) =>
        {
            var moved = Named(test, weights, "delta.").ToDictionary(entry => entry.Output, entry => (entry.Parameter, Before: entry.Parameter.detach().clone()));
            using var optimizer = new NamedAdamW(weights.All, notes.WeightDecay ?? Defaults.WeightDecay);
            for (var step = 0; step < losses.Length; step++)
            {
                using var scope = NewDisposeScope();
                optimizer.DropGradients();
                var total = Total(gpt.Forward(Batch(test, model)));
                total.backward();
                losses[step] = total.ToHostArray()[0];
                norms[step] = (float)nn.utils.clip_grad_norm_(optimizer.Parameters, notes.GradientClip ?? double.PositiveInfinity);
                optimizer.Step(rate, step + 1);
            }

            foreach (var (name, (parameter, before)) in moved)
                outputs.Add(ParityAnswer.Of(test, name, parameter.detach() - before));
        });
        outputs.Add(ParityOutput.Of("losses", losses));
        outputs.Add(ParityOutput.Of("grad_norms", norms));
        return outputs.Where(output => test.Wants(output.Name));
    }

    /// <summary>The case's batch; text and codes are padded rows.</summary>
    private static GptBatch Batch(ParityCase test, ParityModel model)
    {
        var mel = model.Input(test, "cond_mels"); // [batch, 1, mels, frames]
        return new GptBatch(
            [.. Rows(test, "text_inputs").Zip(test.InputIds("text_lengths"), (ids, length) => ids[..length])],
            [.. Rows(test, "audio_codes")],
            test.InputIds("wav_lengths"),
            mel.squeeze(1),
            test.HasInput("cond_idxs") ? [.. Rows(test, "cond_idxs").Select(range => new SampleRange(range[0], range[1]))] : null);
    }

    private static IEnumerable<int[]> Rows(ParityCase test, string name) => test.InputIds(name).Chunk((int)test.InputShape(name)[1]);

    private static Tensor Total(GptOutput output) => (output.LossText * Defaults.TextLossWeight) + output.LossAudio;

    private static IEnumerable<ParityOutput> OfGradients(ParityCase test, ModelWeights weights)
    {
        foreach (var (output, parameter) in Named(test, weights, "grad."))
            yield return ParityAnswer.Of(test, output, parameter.grad!);
        foreach (var (output, parameter) in Named(test, weights, "gradnorm."))
            yield return ParityAnswer.Of(test, output, parameter.grad!.norm());
        if (test.Wants("grad_norm_all"))
            yield return ParityOutput.Of("grad_norm_all", (float)nn.utils.clip_grad_norm_(weights.All.Select(entry => entry.Value), double.PositiveInfinity));
    }

    private static IEnumerable<(string Output, Parameter Parameter)> Named(ParityCase test, ModelWeights weights, string kind) =>
        test.Outputs.Keys
            .Where(name => name.StartsWith(kind, StringComparison.Ordinal) && weights.Contains(Prefix + name[kind.Length..]))
            .Select(name => (name, weights[Prefix + name[kind.Length..]]));

    /// <summary>Runs <paramref name="action"/> on trainable weights of its own, which are gone afterwards.</summary>
    private static void Train(ParityModel model, Action<XttsGpt, ModelWeights> action)
    {
        try
        {
            using var scope = NewDisposeScope();
            var weights = model.GptWeights;
            foreach (var (_, parameter) in weights.All)
                parameter.requires_grad_(true);
            action(model.Gpt, weights);
        }
        finally
        {
            model.DropGpt();
        }
    }
}
