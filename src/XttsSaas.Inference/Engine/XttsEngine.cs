using System.Runtime.CompilerServices;
using XttsSaas.Inference.Export;
using XttsSaas.Xtts;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Signal;

namespace XttsSaas.Inference.Engine;

/// <summary>
/// One exported model, loaded. All members are thread-safe.
/// Data path of a sentence: text ids, prefix [latents | text | start], codes one by one with their hidden states, interpolation to the
/// vocoder's frame rate, HiFi-GAN with the speaker embedding, samples.
/// </summary>
public sealed class XttsEngine : IDisposable
{
    private readonly ExportedModel _model;
    private readonly SentenceSpeaker _speaker;
    private readonly VoiceEncoder _voices;
    private readonly TimeProvider _time;

    private XttsEngine(ExportedModel model, ModelOrigin origin, TimeProvider time)
    {
        (_model, Origin, _time) = (model, origin, time);
        (_voices, _speaker) = (model.Voices, model.Speaker);
        _ = model.Tokenizer;
    }

    public XttsConfig Config => _model.Config;

    /// <summary>Where the weights come from.</summary>
    public ModelOrigin Origin { get; }

    /// <summary>Loads a folder that <see cref="OnnxExporter"/> made.</summary>
    /// <exception cref="ModelFormatException">The set is missing, incomplete or of another version.</exception>
    public static XttsEngine Load(string folder, EngineOptions? options = null, TimeProvider? time = null)
    {
        var manifest = ExportManifest.TryLoad(folder);
        if (manifest is null || !manifest.IsComplete(folder))
            throw new ModelFormatException($"{folder} holds no complete exported model of version {ExportManifest.CurrentBuilder}; export its checkpoint first.");
        time ??= TimeProvider.System;
        return new XttsEngine(new ExportedModel(folder, options ?? new EngineOptions(), time), manifest.Origin, time);
    }

    /// <summary>Turns reference clips (mono, at the model's input rate, 22,050 Hz, samples in [-1, 1]) into a voice.</summary>
    /// <exception cref="ArgumentException">No clip, or one shorter than 0.33 s.</exception>
    public ConditioningLatents ComputeConditioning(IReadOnlyList<float[]> references, ConditioningOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(references);
        var voice = _voices.Encode(references, options ?? ConditioningOptions.Of(Config));
        return Config.Architecture.Vocoder.ExcitationChannels > 0 ? voice with { PitchShift = PitchCalibration.Shift(references, voice, this) } : voice;
    }

    /// <summary>The speaker embedding [d_vector] of speech at the model's output rate, for comparison with that of a voice.</summary>
    /// <exception cref="ArgumentException">It is shorter than 0.33 s.</exception>
    public float[] EmbeddingOf(float[] speech)
    {
        ArgumentNullException.ThrowIfNull(speech);
        var clip = Resampler.Resample(speech, Config.ModelArgs.OutputSampleRate, Config.ModelArgs.InputSampleRate);
        return _voices.Embedding(clip, ConditioningOptions.Of(Config));
    }

    /// <summary>Speaks the whole text on the calling thread.</summary>
    /// <exception cref="ArgumentException">Empty text, unsupported language, or options out of range.</exception>
    public SynthesizedSpeech Speak(SynthesisRequest request, CancellationToken cancellationToken = default)
    {
        var started = _time.GetTimestamp();
        var chunks = Plan(request).ConvertAll(part => Speak(part.Sentence, part.EndsAt, started, cancellationToken));
        return new SynthesizedSpeech(
            [.. chunks.SelectMany(chunk => chunk.Samples)], Config.ModelArgs.OutputSampleRate,
            chunks.Sum(chunk => chunk.Stats.Codes), chunks.TrueForAll(chunk => chunk.Stats.Stopped));
    }

    /// <summary>Speaks sentence by sentence; each is computed when the caller asks for it.</summary>
    /// <exception cref="ArgumentException">Empty text, unsupported language, or options out of range.</exception>
    public async IAsyncEnumerable<AudioChunk> Synthesize(SynthesisRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var started = _time.GetTimestamp();
        foreach (var (sentence, endsAt) in Plan(request))
            yield return await Task.Run(() => Speak(sentence, endsAt, started, cancellationToken), cancellationToken);
    }

    /// <summary>
    /// Speaks in chunks of a fixed number of codes, so that the first is there before its sentence ends. Apart from samples shortly before
    /// the seams, where the vocoder did not know yet what follows, this is what <see cref="Synthesize"/> gives.
    /// </summary>
    /// <exception cref="ArgumentException">Empty text, unsupported language, or options out of range.</exception>
    public async IAsyncEnumerable<StreamedChunk> Stream(
        SynthesisRequest request, StreamOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        options = (options ?? new StreamOptions()).Validated();
        var completed = 0;
        foreach (var (sentence, endsAt) in Plan(request))
        {
            using var pieces = _speaker.Stream(sentence, options, cancellationToken).GetEnumerator();
            while (await Task.Run(pieces.MoveNext, cancellationToken))
            {
                var (samples, codes, isLast) = pieces.Current;
                completed = isLast ? endsAt : completed;
                yield return new StreamedChunk(samples, Config.ModelArgs.OutputSampleRate, codes, completed);
            }
        }
    }

    public void Dispose() => _model.Dispose();

    private List<(SentenceTask Sentence, int EndsAt)> Plan(SynthesisRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var sampling = request.Sampling.Validated();
        var sentences = TextPlan.Make(_model.Tokenizer, request.Text, request.Language, Config.ModelArgs.GptMaxTextTokens);
        if (sentences.Count == 0)
            throw new ArgumentException("The text is empty.", nameof(request));
        return [.. sentences.Select((sentence, number) => (new SentenceTask(sentence.Ids, request.Conditioning, sampling, Limit(sentence), number), sentence.EndsAt))];

        int Limit(PlannedSentence sentence) => request.MaxCodes ?? TextPlan.CodeLimit(sentence.Text, request.Language);
    }

    private AudioChunk Speak(SentenceTask sentence, int endsAt, long started, CancellationToken cancellationToken)
    {
        var codes = _speaker.Generate(sentence, cancellationToken);
        var vocoderStarted = _time.GetTimestamp();
        var samples = _speaker.Decode(codes.Hidden, sentence);
        var stats = new SentenceStats(
            sentence.Ids.Count, codes.Codes.Count, codes.Stopped, codes.Prefill, codes.Decode, _time.GetElapsedTime(vocoderStarted), _time.GetElapsedTime(started));
        return new AudioChunk(samples, Config.ModelArgs.OutputSampleRate, endsAt, stats);
    }
}
