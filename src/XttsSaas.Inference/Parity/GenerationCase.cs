using System.Text.RegularExpressions;
using XttsSaas.Inference.Engine;
using XttsSaas.Inference.Sampling;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Inference.Parity;

/// <summary>
/// Codes from text and a recording. A name's <c>_repP</c> is the repetition penalty of a run of its own; scores and hidden states are
/// those of the run without penalty, as are the inputs of the score processors.
/// </summary>
internal static partial class GenerationCase
{
    private const double NoPenalty = 1;

    public static void Compute(CaseAnswer answer, ExportedModel model)
    {
        var (test, channels) = (answer.Test, model.Config.ModelArgs.GptNModelChannels);
        var voice = CaseVoice.Compute(answer, model);
        var ids = CaseVoice.TextIds(answer);
        var prefix = model.Prefixes.Build(voice.GptLatents, ids);
        if (test.Wants("prefix_emb_last"))
        {
            // Without the start code's position, which the reference adds later.
            var rows = (int)test.ExpectedShape("prefix_emb_last")[1];
            answer.Give("prefix_emb_last", prefix[^((rows + 1) * channels)..^channels], new TensorShape(1, rows, channels));
        }
        var runs = new Dictionary<double, List<CodeStep>>();
        foreach (var (name, penalty, isMargin) in test.Outputs.Keys.Select(Greedy).OfType<(string, double, bool)>())
        {
            var run = Run(penalty);
            if (isMargin)
                answer.Give(name, [.. run.Select(Margin)], new TensorShape(1, run.Count));
            else
                answer.GiveIntegers(name, run.Select(step => step.Code));
        }
        var plain = Run(NoPenalty);
        answer.Give("gpt_latents", [.. plain.SelectMany(step => step.Hidden)], new TensorShape(1, plain.Count, channels));
        answer.Give("first_logits", plain[0].Logits, new TensorShape(1, plain[0].Logits.Length));
        foreach (var name in test.Outputs.Keys)
        {
            if (StepLogits().Match(name) is { Success: true } match && OutputNumber.Integer(match.Groups[1]) is var step && step < plain.Count)
                answer.Give(name, plain[step].Logits, new TensorShape(1, plain[step].Logits.Length));
        }
        ProcessorCase.Compute(answer, model, positions: (prefix.Length / channels) - 1, plain);

        List<CodeStep> Run(double penalty) => runs.TryGetValue(penalty, out var run) ? run : runs[penalty] = Generate(penalty);

        List<CodeStep> Generate(double penalty)
        {
            var limit = test.Notes.MaxCodes ?? test.Outputs.Keys.Where(name => Greedy(name) is not null).Max(name => (int)test.ExpectedShape(name).Count);
            var sampling = new SamplingOptions(DoSample: false, RepetitionPenalty: penalty);
            return [.. model.Speaker.Steps(new SentenceTask(ids, voice, sampling, limit), CancellationToken.None)];
        }
    }

    /// <summary>How far the best score is above the second.</summary>
    public static float Margin(CodeStep step)
    {
        var sorted = step.Scores.ToArray();
        Array.Sort(sorted);
        return sorted[^1] - sorted[^2];
    }

    private static (string Name, double Penalty, bool IsMargin)? Greedy(string output) => GreedyRun().Match(output) is { Success: true } match
        ? (output, match.Groups["penalty"].Success ? OutputNumber.Penalty(match.Groups["penalty"]) : NoPenalty, match.Groups["kind"].Value == "margin")
        : null;

    [GeneratedRegex(@"^greedy_(?<kind>codes|margin)(?:_rep(?<penalty>[\d.]+))?$")]
    private static partial Regex GreedyRun();

    [GeneratedRegex(@"^logits_step(\d+)$")]
    private static partial Regex StepLogits();
}
