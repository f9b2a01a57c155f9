using System.Text.RegularExpressions;
using XttsSaas.Inference.Engine;
using XttsSaas.Inference.Sampling;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Inference.Parity;

/// <summary>
/// One step's scores through the score processors, one after another. Names carry the settings: <c>proc1_rep10</c>, <c>proc2_temp075</c>,
/// <c>proc3_top50</c>, <c>proc4_top085</c>, <c>proc5_probs</c>, and a chain of its own <c>alt_rep2_t065_k30_p08</c>.
/// </summary>
internal static partial class ProcessorCase
{
    private const int PrefixId = 1; // what generate sees in place of the prefix

    /// <param name="answer">The case.</param>
    /// <param name="model">Its model.</param>
    /// <param name="positions">Positions of latents and text.</param>
    /// <param name="run">Greedy steps without penalty.</param>
    public static void Compute(CaseAnswer answer, ExportedModel model, int positions, IReadOnlyList<CodeStep> run)
    {
        var test = answer.Test;
        var count = test.Notes.CodesBeforeProcessors ?? (test.Wants("proc_input_ids") ? (int)test.ExpectedShape("proc_input_ids").Count - positions - 1 : run.Count);
        if (count >= run.Count)
            return;
        int[] seen = [.. Enumerable.Repeat(PrefixId, positions), model.Config.ModelArgs.GptStartAudioToken, .. run.Take(count).Select(step => step.Code)];
        answer.GiveIntegers("proc_input_ids", seen);
        var scores = run[count].Logits.ToArray();
        foreach (var name in test.Outputs.Keys.Where(name => Step().IsMatch(name)).Order(StringComparer.Ordinal))
        {
            Apply(Step().Match(name).Groups[1].Value, ref scores, seen);
            answer.Give(name, scores, new TensorShape(1, scores.Length));
            scores = [.. scores];
        }
        foreach (var name in test.Outputs.Keys.Where(name => name.StartsWith("alt_", StringComparison.Ordinal)))
        {
            scores = run[count].Logits.ToArray();
            foreach (var operation in name.Split('_').Skip(1))
                Apply(operation, ref scores, seen);
            answer.Give(name, scores, new TensorShape(1, scores.Length));
        }
    }

    private static void Apply(string operation, ref float[] scores, int[] seen)
    {
        var match = Operation().Match(operation);
        var number = match.Groups["number"];
        switch (match.Groups["name"].Value)
        {
            case "rep":
                ScoreProcessors.RepetitionPenalty(scores, seen.Distinct(), OutputNumber.Penalty(number));
                break;
            case "temp" or "t":
                ScoreProcessors.Temperature(scores, OutputNumber.Fraction(number));
                break;
            case "top" or "p" when number.Value.StartsWith('0') || number.Value.Contains('.', StringComparison.Ordinal):
                ScoreProcessors.TopP(scores, OutputNumber.Fraction(number));
                break;
            case "top" or "k":
                ScoreProcessors.TopK(scores, OutputNumber.Integer(number));
                break;
            case "probs":
                scores = Array.ConvertAll(ScoreProcessors.Softmax(scores), probability => (float)probability);
                break;
            default: // "raw", the scores as they are
                break;
        }
    }

    [GeneratedRegex(@"^proc\d+_(\w.*)$")]
    private static partial Regex Step();

    [GeneratedRegex(@"^(?<name>[a-z]+)(?<number>[\d.]*)$")]
    private static partial Regex Operation();
}
