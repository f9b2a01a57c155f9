using XttsSaas.Training.Model;
using XttsSaas.Xtts.Parity;

namespace XttsSaas.Training.Parity;

/// <summary>Greedy codes by repetition penalty, their margins, and the scores on the way.</summary>
internal sealed class GreedyAnswers(Func<double, GreedyCodes> decode)
{
    private const string Codes = "greedy_codes";
    private const string Margins = "greedy_margin";
    private const string ProcessorIds = "proc_input_ids";
    private readonly Dictionary<double, GreedyCodes> known = [];

    /// <summary>The codes with this repetition penalty; decoded once.</summary>
    public GreedyCodes Decoded(double penalty)
    {
        if (!known.TryGetValue(penalty, out var codes))
            known.Add(penalty, codes = decode(penalty));
        return codes;
    }

    /// <param name="test">The case.</param>
    /// <param name="prefixLength">Positions before the audio start code.</param>
    /// <param name="startCode">The audio start code.</param>
    public IEnumerable<ParityOutput> Of(ParityCase test, int prefixLength, int startCode)
    {
        foreach (var name in test.Outputs.Keys)
        {
            if (Penalty(name, Codes) is { } codesPenalty)
                yield return ParityOutput.OfIntegers(name, Decoded(codesPenalty).Codes);
            else if (Penalty(name, Margins) is { } marginPenalty)
                yield return ParityOutput.Of(name, Decoded(marginPenalty).Margins);
            else if (Step(test, name) is { } step && step < Decoded(1).Scores.Count)
                yield return ParityOutput.Of(name, Decoded(1).Scores[step]);
            else if (name == ProcessorIds && test.Notes.CodesBeforeProcessors is { } count)
                yield return ParityOutput.OfIntegers(name, [.. Enumerable.Repeat(GreedyDecoder.PrefixId, prefixLength), startCode, .. Decoded(1).Codes.Take(count)]);
        }
    }

    private static double? Penalty(string name, string root) =>
        name == root ? 1 : ParityAnswer.NumberAfter(name, root + "_rep");

    /// <summary>After how many codes the scores called <paramref name="name"/> are taken.</summary>
    private static int? Step(ParityCase test, string name) => name switch
    {
        "first_logits" => 0,
        "proc0_raw" => test.Notes.CodesBeforeProcessors,
        _ => ParityAnswer.NumberAfter(name, "logits_step"),
    };
}
