using System.Diagnostics;
using XttsSaas.Cli.Models;
using XttsSaas.Xtts.Judging;

namespace XttsSaas.Cli.Judging;

/// <summary>Judges a model by how it sounds.</summary>
internal static class EvalRun
{
    private const string CloningLanguage = "en";

    /// <exception cref="Xtts.ModelFormatException">The model is missing or damaged.</exception>
    /// <exception cref="Datasets.Synthetic.CorpusException">espeak-ng is missing.</exception>
    /// <exception cref="Xtts.Judging.Recognition.RecognitionException">The recogniser is missing.</exception>
    public static EvalReport Run(EvalJob job, IProgress<EvalProgress> progress, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var model = SpeakingModel.Load(job.Model, job.Folders);
        var sampling = job.Sampling.For(model.Engine.Config);
        var voices = new JudgedVoices(model.Engine, sampling, job.Speakers);
        var judge = new SentenceJudge(job, voices, progress);
        var sentences = new List<SentenceReport>();
        var languages = new List<LanguageReport>();
        foreach (var (language, texts) in job.Sentences)
        {
            var judged = judge.Run(language, texts, cancellationToken);
            languages.Add(LanguageReport.Of(language, judged));
            sentences.AddRange(judged);
        }

        var cloning = job.Cloning
            ? new CloningJudge(model.Engine, sampling).Run(EvalSentences.BroughtAlong(CloningLanguage), progress, cancellationToken)
            : null;
        return Report(job, languages, sentences, cloning, voices.Spent, Stopwatch.GetElapsedTime(started));
    }

    private static EvalReport Report(
        EvalJob job, List<LanguageReport> languages, List<SentenceReport> sentences, CloningReport? cloning, (double Wall, double Audio) spent, TimeSpan took)
    {
        var known = sentences.Where(sentence => sentence.Recognised is not null).ToList();
        double? recognised = known.Count == 0 ? null : known.Average(sentence => sentence.Recognised == true ? 1.0 : 0.0);
        double? source = known.Count == 0 ? null : known.Average(sentence => sentence.SourceRecognised == true ? 1.0 : 0.0);
        return new EvalReport(
            job.Model, recognised, source, source is > 0 ? recognised / source : null,
            sentences.Average(sentence => sentence.Rank == 0 ? 1.0 : 0.0), 
            sentences.Average(sentence => sentence.SimilarityOwn), sentences.Average(sentence => sentence.SimilarityOthers),
            sentences.Count(sentence => !sentence.Stopped), sentences.Average(sentence => sentence.LengthRatio), SentenceReport.WithinSemitone(sentences),
            sentences.Average(sentence => sentence.MelCepstralDistortion), sentences.Sum(sentence => sentence.Codes) / (double)sentences.Sum(sentence => sentence.Text.Length),
            spent.Wall / spent.Audio, took.TotalSeconds, languages, cloning, sentences);
    }
}
