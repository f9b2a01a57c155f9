using System.Numerics.Tensors;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Inference.Sampling;

/// <summary>
/// Chooses the next code of one generation. The reference's generate call sees a made-up prefix filled with id 1 and the start code, so
/// these two are penalised from the first step on.
/// </summary>
internal sealed class CodeSampler(SamplingOptions options, int startCode, int stopCode, ulong stream)
{
    private const int PrefixId = 1;
    private readonly HashSet<int> _seen = [PrefixId, startCode];
    private ulong _draws;
    private int _codes;

    /// <summary>The next code from the model's scores; <paramref name="scores"/> is overwritten.</summary>
    public int Next(Span<float> scores)
    {
        ScoreProcessors.RepetitionPenalty(scores, _seen, options.RepetitionPenalty);
        if (_codes++ < options.MinCodes)
            scores[stopCode] = float.NegativeInfinity;
        var code = options.DoSample ? Draw(scores) : TensorPrimitives.IndexOfMax<float>(scores);
        _seen.Add(code);
        return code;
    }

    private int Draw(Span<float> scores)
    {
        ScoreProcessors.Temperature(scores, options.Temperature);
        ScoreProcessors.TopK(scores, options.TopK);
        ScoreProcessors.TopP(scores, options.TopP);
        var probabilities = ScoreProcessors.Softmax(scores);
        var target = (WeightFormula.SplitMix(stream, _draws++) >> 11) * (1.0 / (1UL << 53)); // uniform in [0, 1)
        var last = 0;
        for (var id = 0; id < probabilities.Length; id++)
        {
            if (probabilities[id] <= 0)
                continue;
            last = id;
            target -= probabilities[id];
            if (target < 0)
                break;
        }
        return last;
    }
}
