using System.Numerics.Tensors;
using XttsSaas.Datasets.Synthetic.Espeak;
using XttsSaas.Inference.Engine;
using XttsSaas.Inference.Sampling;
using XttsSaas.Xtts.Judging;

namespace XttsSaas.Cli.Judging;

/// <summary>
/// Clones speakers that no training has heard, and asks two measures whose references each output is nearest to: the model's speaker
/// encoder, and mean pitch with long-term spectrum.
/// </summary>
internal sealed class CloningJudge(XttsEngine engine, SamplingOptions sampling)
{
    private const string Language = "en";
    private const int SentencesPerSpeaker = 3;

    public CloningReport Run(IReadOnlyList<string> sentences, IProgress<EvalProgress> progress, CancellationToken cancellationToken)
    {
        var speakers = EvalCast.Unseen;
        var references = speakers.Select(EvalCast.References).ToArray();
        var voices = references.Select(clips => engine.ComputeConditioning(clips)).ToArray();
        var spectra = references.Select(clips => Spectrum([.. clips.SelectMany(clip => clip)], EspeakVoice.SampleRate)).ToArray();
        var rows = new List<CloneReport>();
        for (var own = 0; own < speakers.Count; own++)
        {
            progress.Report(new EvalProgress("cloning", own, speakers.Count));
            cancellationToken.ThrowIfCancellationRequested();
            var speech = Speak(voices[own], sentences, own, cancellationToken);
            var embedding = engine.EmbeddingOf(speech);
            var spectrum = Spectrum(speech, engine.Config.ModelArgs.OutputSampleRate);
            var likeness = SpeakerComparison.Of([.. voices.Select(voice => (double)TensorPrimitives.CosineSimilarity(embedding, voice.SpeakerEmbedding))], own);
            var nearness = SpeakerComparison.Of([.. spectra.Select(other => -spectrum.Distance(other))], own);
            rows.Add(new CloneReport(
                speakers[own].Id, speakers[own].Variant, likeness.Own, likeness.Others ?? 0, likeness.OwnNearest, -nearness.Own, -(nearness.Others ?? 0), nearness.OwnNearest));
        }

        progress.Report(new EvalProgress("cloning", speakers.Count, speakers.Count));
        return new CloningReport(
            rows.Count, rows.Count(row => row.OwnNearest), rows.Count(row => row.SpectrumOwnNearest),
            rows.Average(row => row.SimilarityOwn), rows.Average(row => row.SimilarityOthers), rows);
    }

    private float[] Speak(ConditioningLatents voice, IReadOnlyList<string> sentences, int speaker, CancellationToken cancellationToken) =>
    [
        .. Enumerable.Range(speaker * SentencesPerSpeaker, SentencesPerSpeaker)
            .SelectMany(i => engine.Speak(new SynthesisRequest(sentences[i % sentences.Count], Language, voice, sampling), cancellationToken).Samples),
    ];

    private static VoiceSpectrum Spectrum(float[] samples, int sampleRate) => VoiceSpectrum.Of(SpeechFeatures.Of(samples, sampleRate));
}
