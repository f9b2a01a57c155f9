using XttsSaas.Datasets.Synthetic.Espeak;
using XttsSaas.Datasets.Synthetic.Planning;
using XttsSaas.Inference.Engine;
using XttsSaas.Xtts.Judging;
using XttsSaas.Xtts.Judging.Recognition;

namespace XttsSaas.Cli.Judging;

/// <summary>Judges one language: every sentence against the synthesizer's recording of it in the same voice.</summary>
internal sealed class SentenceJudge(EvalJob job, JudgedVoices voices, IProgress<EvalProgress> progress)
{
    private const string RecognisedLanguage = "en";
    private const int OtherPool = 400;

    public IReadOnlyList<SentenceReport> Run(string language, IReadOnlyList<string> sentences, CancellationToken cancellationToken)
    {
        var recordings = new float[sentences.Count][];
        for (var i = 0; i < recordings.Length; i++)
            recordings[i] = EvalCast.Record(voices.SpeakerOf(i), language, sentences[i]);
        var sources = recordings.Select(recording => SpeechFeatures.Of(recording, EspeakVoice.SampleRate)).ToArray();
        var retrieval = new SentenceRetrieval(sources);
        using var recogniser = language == RecognisedLanguage ? new SphinxRecognizer(SphinxModel.English) : null;
        var closed = recogniser is null ? null : new ClosedSet(sentences.Concat(Pool(language)), SphinxModel.English.Words(), (int)job.Sampling.Seed);
        var reports = new SentenceReport[sentences.Count];
        for (var i = 0; i < reports.Length; i++)
        {
            progress.Report(new EvalProgress(language, i, reports.Length));
            reports[i] = Judge(i, language, sentences[i], voices.Speak(i, language, sentences[i], cancellationToken));
        }

        progress.Report(new EvalProgress(language, reports.Length, reports.Length));
        return reports;

        SentenceReport Judge(int i, string of, string text, SynthesizedSpeech spoken)
        {
            var features = SpeechFeatures.Of(spoken.Samples, spoken.SampleRate);
            var comparison = SpeechComparison.Of(features, sources[i]);
            var likeness = voices.Likeness(i, spoken);
            var choices = closed?.For(text);
            var heard = choices is null ? null : recogniser!.Recognize(spoken.Samples, spoken.SampleRate, choices);
            var sourceHeard = choices is null ? null : recogniser!.Recognize(recordings[i], EspeakVoice.SampleRate, choices);
            return new SentenceReport(
                text, of, voices.SpeakerOf(i).Id,
                choices is null ? null : heard == choices[0], choices is null ? null : sourceHeard == choices[0], heard,
                retrieval.Rank(features, i), spoken.Stopped, spoken.Codes, spoken.Seconds,
                comparison.LengthRatio, comparison.MelCepstralDistortion, comparison.Pitch.WithinSemitone, comparison.Pitch.Pairs,
                likeness.Own, likeness.Others ?? 0);
        }
    }

    // The other sentences of a closed set, and the words of its neighbours, are the shipped ones where the caller brings few.
    private static IEnumerable<string> Pool(string language) =>
        EvalSentences.BroughtAlong(language).Concat(SentenceBook.Read(language, null).Take(OtherPool));
}
