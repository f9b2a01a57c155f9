using XttsSaas.Training.Model;
using XttsSaas.Xtts.Parity;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Training.Parity;

/// <summary>Greedy codes by repetition penalty, their margins, and the scores on the way.</summary>
internal sealed class GreedyAnswers(Func<double, GreedyCodes> decode)
{
    private const string Codes = "greedy_codes";
    private const string Margins = "greedy_margin";
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
    public IEnumerable<ParityOutput> Of(ParityCase test, long prefixLength)
    {
        foreach (var name in test.Outputs.Keys)
        {
            if (Penalty(name, Codes) is { } codesPenalty)
                yield return ParityOutput.OfIntegers(name, Decoded(codesPenalty).Codes);
            else if (Penalty(name, Margins) is { } marginPenalty)
                yield return ParityOutput.Of(name, Decoded(marginPenalty).Margins);
            else if (Step(test, name, prefixLength) is { } step && step < Decoded(1).Scores.Count)
                yield return ParityOutput.Of(name, Decoded(1).Scores[step]);
        }
    }

    private static double? Penalty(string name, string root) =>
        name == root ? 1 : ParityAnswer.NumberAfter(name, root + "_rep");

    /// <summary>After how many codes the scores called <paramref name="name"/> are taken.</summary>
    private static int? Step(ParityCase test, string name, long prefixLength) => name switch
    {
        "first_logits" => 0,
        // The ids that the score processors see say how far this step is: prefix, start, codes.
        "proc0_raw" when test.Wants("proc_input_ids") => (int)(Length(test.ExpectedShape("proc_input_ids")) - prefixLength - 1),
        _ => ParityAnswer.NumberAfter(name, "logits_step"),
    };

    private static long Length(TensorShape shape) => shape[shape.Rank - 1];
}
