using System.Numerics.Tensors;
using XttsSaas.Inference.Engine;
using XttsSaas.Inference.Export;
using XttsSaas.Inference.Sampling;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Data;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Judging;
using XttsSaas.Xtts.Safetensors;
using XttsSaas.Xtts.Signal;

namespace XttsSaas.Training.Judging;

/// <summary>
/// Listens to checkpoints of a run: each clones the speaker from the same training clips, as the platform would, and says held-out
/// sentences, with the engine that customers hear.
/// <code>
/// checkpoint ─ ONNX graphs ─ voice of the reference clips ─ speech of every sentence ─ compared with its recording
/// </code>
/// </summary>
internal sealed class SoundJudge : IDisposable
{
    /// <summary>Reference clips are the longest ones, until they have this many seconds together.</summary>
    private const double ReferenceSeconds = 15;

    /// <summary>Shorter speech says nothing that could be compared.</summary>
    private const double LeastSeconds = 0.4;

    private const string EmbeddingSuffix = "/speaker_embedding";

    private readonly TrainingConfig config;
    private readonly HeldOutSentence[] sentences;
    private readonly float[][] references;
    private readonly float[][] others;
    private readonly SentenceRetrieval retrieval;
    private readonly SentenceListener? listener;

    private SoundJudge(Checkpoint baseModel, TrainingData data, TrainingConfig config)
    {
        this.config = config;
        sentences = [.. data.Validation.Take(config.JudgeSentences).Select(HeldOutSentence.Of)];
        references = References(data.Training);
        others = Others(baseModel.Folder);
        retrieval = new SentenceRetrieval(sentences.Select(sentence => sentence.Features));
        listener = SentenceListener.Of(config.Language, sentences, data.Training.Concat(data.Validation).Select(clip => clip.Text), config.Seed);
    }

    /// <summary>A judge of a run; null where there is no held-out clip or the run does not want one.</summary>
    public static SoundJudge? Of(Checkpoint baseModel, TrainingData data, TrainingConfig config) =>
        config.JudgeSentences > 0 && data.Validation.Count > 0 ? new SoundJudge(baseModel, data, config) : null;

    /// <summary>Listens to the checkpoint in <paramref name="folder"/>.</summary>
    /// <param name="folder">A checkpoint ready for inference.</param>
    /// <param name="exportFolder">Where its graphs may be written; whatever is there of another checkpoint is replaced.</param>
    /// <param name="cancellation">Stops between two codes.</param>
    /// <returns>The score, and the first sentence as it was spoken.</returns>
    public (SoundScore Score, SynthesizedSpeech Sample) Listen(string folder, string exportFolder, CancellationToken cancellation)
    {
        OnnxExporter.Export(folder, exportFolder);
        using var engine = XttsEngine.Load(exportFolder, new EngineOptions(config.Threads));
        var voice = engine.ComputeConditioning(references);
        var sampling = SamplingOptions.Of(engine.Config) with { Seed = config.Seed };
        var spoken = Array.ConvertAll(sentences, sentence => engine.Speak(new SynthesisRequest(sentence.Text, config.Language, voice, sampling), cancellation));
        var heard = spoken.Select((speech, i) => HeardSentence.Of(speech, sentences[i], retrieval, i, listener)).ToArray();
        return (Score(engine, voice, spoken, heard), spoken[0]);
    }

    public void Dispose() => listener?.Dispose();

    private SoundScore Score(XttsEngine engine, ConditioningLatents voice, SynthesizedSpeech[] spoken, HeardSentence[] heard)
    {
        var embeddings = spoken.Where(speech => speech.Seconds >= LeastSeconds).Select(speech => engine.EmbeddingOf(speech.Samples)).ToArray();
        var known = heard.Where(sentence => sentence.Recognised is not null).ToArray();
        var voiced = heard.Sum(sentence => sentence.Comparison.Pitch.Pairs);
        return new SoundScore
        {
            Sentences = heard.Length,
            Understood = Share(heard, sentence => sentence.Understood),
            Recognised = known.Length > 0 ? Share(known, sentence => sentence.Recognised == true) : null,
            Retrieval = Share(heard, sentence => sentence.OwnNearest),
            Similarity = Similarity(embeddings, [voice.SpeakerEmbedding]) ?? 0,
            SimilarityToOthers = Similarity(embeddings, others),
            MelCepstralDistortion = heard.Average(sentence => sentence.Comparison.MelCepstralDistortion),
            LengthRatio = heard.Average(sentence => sentence.Comparison.LengthRatio),
            PitchWithinSemitone = voiced > 0 ? heard.Sum(sentence => (sentence.Comparison.Pitch.WithinSemitone ?? 0) * sentence.Comparison.Pitch.Pairs) / voiced : null,
            CodesPerCharacter = spoken.Sum(speech => speech.Codes) / (double)sentences.Sum(sentence => sentence.Text.Length),
            StopFailures = spoken.Count(speech => !speech.Stopped),
        };
    }

    private static double Share(HeardSentence[] sentences, Func<HeardSentence, bool> holds) => sentences.Count(holds) / (double)sentences.Length;

    private static double? Similarity(float[][] speech, float[][] voices) => speech.Length == 0 || voices.Length == 0
        ? null
        : speech.Average(spoken => voices.Average(voice => (double)TensorPrimitives.CosineSimilarity<float>(spoken, voice)));

    private static float[][] References(IReadOnlyList<TrainingClip> clips)
    {
        var (references, samples) = (new List<float[]>(), 0);
        foreach (var clip in clips.OrderByDescending(clip => clip.Samples).ThenBy(clip => clip.Name, StringComparer.Ordinal))
        {
            if (samples >= ReferenceSeconds * ClipLoader.SampleRate)
                break;
            references.Add(WaveFile.Read(clip.Path).Samples);
            samples += clip.Samples;
        }

        return [.. references];
    }

    private static float[][] Others(string baseFolder)
    {
        var path = Path.Combine(baseFolder, CheckpointFiles.Speakers);
        if (!File.Exists(path))
            return [];
        using var voices = SafetensorsFile.Open(path);
        return [.. voices.Tensors.Keys.Where(name => name.EndsWith(EmbeddingSuffix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(voices.ReadSingle)];
    }
}
