using XttsSaas.Inference.Engine;
using XttsSaas.Xtts.Judging;

namespace XttsSaas.Training.Judging;

/// <summary>One spoken sentence beside its recording.</summary>
/// <param name="Stopped">Whether it ended by itself.</param>
/// <param name="OwnNearest">Whether the recording of its own sentence is the nearest.</param>
/// <param name="Recognised">Whether the recogniser picks it; null where that cannot tell.</param>
/// <param name="Comparison">With the recording.</param>
internal sealed record HeardSentence(bool Stopped, bool OwnNearest, bool? Recognised, SpeechComparison Comparison)
{
    public bool Understood => Stopped && OwnNearest && Recognised != false;

    public static HeardSentence Of(SynthesizedSpeech speech, HeldOutSentence sentence, SentenceRetrieval retrieval, int number, SentenceListener? listener)
    {
        var features = SpeechFeatures.Of(speech.Samples, speech.SampleRate);
        return new HeardSentence(
            speech.Stopped,
            retrieval.Rank(features, number) == 0,
            listener?.Hears(number, speech.Samples, speech.SampleRate),
            SpeechComparison.Of(features, sentence.Features));
    }
}
