using XttsSaas.Inference.Export;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Text;

namespace XttsSaas.Inference.Engine;

/// <summary>The parts of one exported set, each loaded when it is first asked for. Thread-safe.</summary>
internal sealed class ExportedModel : IDisposable
{
    private readonly string _folder;
    private readonly EngineOptions _options;
    private readonly Dictionary<string, OnnxModel> _graphs = new(StringComparer.Ordinal);
    private readonly Lock _loading = new();
    private readonly Lazy<EmbeddingTables> _tables;
    private readonly Lazy<XttsTokenizer> _tokenizer;
    private readonly TimeProvider _time;

    public ExportedModel(string folder, EngineOptions options, TimeProvider time)
    {
        (_folder, _options, _time) = (folder, options, time);
        Config = XttsConfig.Load(PathOf(CheckpointFiles.Config));
        _tables = new(() => new EmbeddingTables(PathOf(ExportFiles.Tables), Config.ModelArgs.GptNModelChannels));
        _tokenizer = new(() => XttsTokenizer.Load(PathOf(CheckpointFiles.Vocabulary)));
    }

    public XttsConfig Config { get; }

    public EmbeddingTables Tables => _tables.Value;

    public XttsTokenizer Tokenizer => _tokenizer.Value;

    public VoiceEncoder Voices => new(Conditioning, Graph(ExportFiles.SpeakerEncoder), Tables, Config.ModelArgs);

    public PrefixBuilder Prefixes => new(
        Tables, Config.ModelArgs, Config.ModelArgs.GptStartTextToken ?? Tokenizer.StartId, Config.ModelArgs.GptStopTextToken ?? Tokenizer.StopId);

    public CodeGenerator Generator => new(Graph(ExportFiles.Gpt), Prefixes, Tables, Config.ModelArgs);

    public OnnxModel Conditioning => Graph(ExportFiles.Conditioning);

    public SpeechDecoder Decoder => new(Graph(ExportFiles.Vocoder), Config);

    public SentenceSpeaker Speaker => new(Generator, Decoder, Config.ModelArgs, _time);

    /// <summary>The twin of a graph that has probes, for the caller to dispose.</summary>
    public OnnxModel OpenProbed(string file) => new(PathOf(ExportFiles.Probed(file)), _options);

    public void Dispose()
    {
        foreach (var graph in _graphs.Values)
            graph.Dispose();
        _graphs.Clear();
    }

    private OnnxModel Graph(string file)
    {
        lock (_loading)
            return _graphs.TryGetValue(file, out var graph) ? graph : _graphs[file] = new OnnxModel(PathOf(file), _options);
    }

    private string PathOf(string file) => Path.Combine(_folder, file);
}
