using System.Runtime.CompilerServices;
using XttsSaas.Inference.Export;
using XttsSaas.Inference.Sampling;
using XttsSaas.Xtts;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Text;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Inference.Engine;

/// <summary>
/// One exported model, loaded. All members are thread-safe.
/// Data path of a sentence: text ids, prefix [latents | text | start], codes one by one with their hidden states, interpolation to the
/// vocoder's frame rate, HiFi-GAN with the speaker embedding, samples.
/// </summary>
public sealed class XttsEngine : IDisposable
{
    private readonly List<OnnxModel> _models = [];
    private readonly XttsTokenizer _tokenizer;
    private readonly VoiceEncoder _voices;
    private readonly CodeGenerator _generator;
    private readonly SpeechDecoder _decoder;
    private readonly TimeProvider _time;

    private XttsEngine(string folder, ExportManifest manifest, EngineOptions options, TimeProvider time)
    {
        _time = time;
        Origin = manifest.Origin;
        Config = XttsConfig.Load(Path.Combine(folder, CheckpointFiles.Config));
        _tokenizer = XttsTokenizer.Load(Path.Combine(folder, CheckpointFiles.Vocabulary));
        var args = Config.ModelArgs;
        var tables = new EmbeddingTables(Path.Combine(folder, ExportFiles.Tables), args.GptNModelChannels);
        _voices = new VoiceEncoder(Load(ExportFiles.Conditioning), Load(ExportFiles.SpeakerEncoder), tables, args);
        _generator = new CodeGenerator(
            Load(ExportFiles.Gpt), tables, args, args.GptStartTextToken ?? _tokenizer.StartId, args.GptStopTextToken ?? _tokenizer.StopId, time);
        _decoder = new SpeechDecoder(Load(ExportFiles.Vocoder), args);

        OnnxModel Load(string file)
        {
            var model = new OnnxModel(Path.Combine(folder, file), options);
            _models.Add(model);
            return model;
        }
    }

    public XttsConfig Config { get; }

    /// <summary>Where the weights come from.</summary>
    public ModelOrigin Origin { get; }

    /// <summary>Loads a folder that <see cref="OnnxExporter"/> made.</summary>
    /// <exception cref="ModelFormatException">The set is missing, incomplete or of another version.</exception>
    public static XttsEngine Load(string folder, EngineOptions? options = null, TimeProvider? time = null)
    {
        var manifest = ExportManifest.TryLoad(folder);
        if (manifest is null || !manifest.IsComplete(folder))
            throw new ModelFormatException($"{folder} holds no complete exported model of version {ExportManifest.CurrentBuilder}; export its checkpoint first.");
        return new XttsEngine(folder, manifest, options ?? new EngineOptions(), time ?? TimeProvider.System);
    }

    /// <summary>Turns reference clips (mono, at the model's input rate, 22,050 Hz, samples in [-1, 1]) into a voice.</summary>
    /// <exception cref="ArgumentException">No clip, or one shorter than 0.33 s.</exception>
    public ConditioningLatents ComputeConditioning(IReadOnlyList<float[]> references, ConditioningOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(references);
        return _voices.Encode(references, options ?? ConditioningOptions.Of(Config));
    }

    /// <summary>Speaks sentence by sentence; each is computed when the caller asks for it.</summary>
    /// <exception cref="ArgumentException">Empty text, unsupported language, or options out of range.</exception>
    public async IAsyncEnumerable<AudioChunk> Synthesize(SynthesisRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var started = _time.GetTimestamp();
        request.Sampling.Validated();
        var sentences = TextPlan.Make(_tokenizer, request.Text, request.Language, Config.ModelArgs.GptMaxTextTokens);
        if (sentences.Count == 0)
            throw new ArgumentException("The text is empty.", nameof(request));
        for (var index = 0; index < sentences.Count; index++)
        {
            var (sentence, number) = (sentences[index], index);
            yield return await Task.Run(() => Speak(request, sentence, number, started, cancellationToken), cancellationToken);
        }
    }

    public void Dispose() => _models.ForEach(model => model.Dispose());

    /// <summary>Codes and hidden states of given text ids; <see cref="Synthesize"/> without cleaner, splitter and vocoder.</summary>
    internal GeneratedCodes Generate(ConditioningLatents conditioning, IReadOnlyList<int> ids, SamplingOptions sampling, int maxCodes, int sentence, CancellationToken cancellationToken)
    {
        var stream = WeightFormula.SplitMix(unchecked((ulong)sampling.Seed), (ulong)sentence);
        var sampler = new CodeSampler(sampling, Config.ModelArgs.GptStartAudioToken, stream);
        return _generator.Generate(conditioning.GptLatents, ids, sampler, maxCodes, cancellationToken);
    }

    /// <summary>Samples of hidden states, row-major [codes, C].</summary>
    internal float[] Decode(float[] hidden, ConditioningLatents conditioning, double speed) => _decoder.Decode(hidden, conditioning.SpeakerEmbedding, speed);

    private AudioChunk Speak(SynthesisRequest request, PlannedSentence sentence, int number, long started, CancellationToken cancellationToken)
    {
        var limit = request.MaxCodes ?? TextPlan.CodeLimit(sentence.Text, request.Language);
        var codes = Generate(request.Conditioning, sentence.Ids, request.Sampling, limit, number, cancellationToken);
        var vocoderStarted = _time.GetTimestamp();
        var samples = Decode(codes.Hidden, request.Conditioning, request.Sampling.Speed);
        var stats = new SentenceStats(
            sentence.Ids.Length, codes.Codes.Count, codes.Stopped, codes.Prefill, codes.Decode, _time.GetElapsedTime(vocoderStarted), _time.GetElapsedTime(started));
        return new AudioChunk(samples, Config.ModelArgs.OutputSampleRate, sentence.EndsAt, stats);
    }
}
