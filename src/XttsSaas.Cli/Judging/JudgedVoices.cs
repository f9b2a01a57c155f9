using System.Diagnostics;
using System.Numerics.Tensors;
using XttsSaas.Inference.Engine;
using XttsSaas.Inference.Sampling;
using XttsSaas.Xtts.Corpus;
using XttsSaas.Xtts.Judging;

namespace XttsSaas.Cli.Judging;

/// <summary>The speakers that a model imitates while it is judged, one sentence each in turn.</summary>
internal sealed class JudgedVoices(XttsEngine engine, SamplingOptions sampling, IReadOnlyList<CorpusSpeaker> speakers)
{
    private readonly ConditioningLatents[] _voices = [.. speakers.Select(speaker => engine.ComputeConditioning(EvalCast.References(speaker)))];
    private readonly float[][] _strangers =
        [.. EvalCast.Unseen.Where(speaker => !speakers.Contains(speaker)).Select(speaker => engine.ComputeConditioning(EvalCast.References(speaker)).SpeakerEmbedding)];

    /// <summary>Seconds spent speaking, and of speech.</summary>
    public (double Wall, double Audio) Spent { get; private set; }

    public CorpusSpeaker SpeakerOf(int sentence) => speakers[sentence % speakers.Count];

    public SynthesizedSpeech Speak(int sentence, string language, string text, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var spoken = engine.Speak(new SynthesisRequest(text, language, _voices[sentence % speakers.Count], sampling), cancellationToken);
        Spent = (Spent.Wall + Stopwatch.GetElapsedTime(started).TotalSeconds, Spent.Audio + spoken.Seconds);
        return spoken;
    }

    /// <summary>Cosine of the speaker embeddings: with the own references, and with those of strangers.</summary>
    public SpeakerComparison Likeness(int sentence, SynthesizedSpeech spoken)
    {
        var embedding = engine.EmbeddingOf(spoken.Samples);
        var own = _voices[sentence % speakers.Count].SpeakerEmbedding;
        return SpeakerComparison.Of([.. _strangers.Prepend(own).Select(other => (double)TensorPrimitives.CosineSimilarity<float>(embedding, other))], 0);
    }
}
