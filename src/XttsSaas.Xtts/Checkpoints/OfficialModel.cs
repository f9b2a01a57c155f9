using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Tensors;
using XttsSaas.Xtts.Text;

namespace XttsSaas.Xtts.Checkpoints;

/// <summary>A published model, checked and ready to be written as a checkpoint folder. Its tensors stay in the mapped files.</summary>
public sealed class OfficialModel : IDisposable
{
    private readonly OfficialFiles _files;
    private readonly ITensorFile _model;
    private readonly ITensorFile? _dvae;
    private readonly IReadOnlyList<TensorSource> _modelSources;
    private readonly IReadOnlyList<TensorSource>? _dvaeSources;
    private readonly byte[] _vocabulary;

    private OfficialModel(OfficialFiles files)
    {
        _files = files;
        Config = XttsConfig.Load(files.Config);
        _vocabulary = File.ReadAllBytes(files.Vocabulary);
        var ids = XttsTokenizer.Parse(_vocabulary).VocabularySize;
        if (ids != Config.ModelArgs.GptNumberTextTokens)
            throw new ModelFormatException($"{files.Vocabulary} has {ids} ids, {files.Config} says {Config.ModelArgs.GptNumberTextTokens}: they belong to different models.");
        _model = TensorFile.Open(files.Model);
        try
        {
            _dvae = files.Dvae is { } dvae ? TensorFile.Open(dvae) : null;
            _modelSources = ModelSources();
            _dvaeSources = _dvae is null ? null : DvaeSources(_dvae);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public XttsConfig Config { get; }

    /// <summary>Bytes of the checkpoint's tensors.</summary>
    public long Bytes => _modelSources.Concat(_dvaeSources ?? []).Sum(source => source.Shape.Count * source.Type.Bytes());

    /// <exception cref="ModelFormatException">A file is damaged, or does not fit the configuration.</exception>
    public static OfficialModel Open(OfficialFiles files) => new(files);

    /// <summary>Everything that a checkpoint folder is written from; valid until <see cref="Dispose"/>.</summary>
    public CheckpointContent Content(ModelOrigin origin) => new(origin, Config, _vocabulary, _modelSources, _dvaeSources)
    {
        Speakers = _files.Speakers is { } speakers ? SpeakersFile.Read(speakers, Config) : null,
    };

    public void Dispose()
    {
        _model.Dispose();
        _dvae?.Dispose();
    }

    private List<TensorSource> ModelSources()
    {
        var found = new Dictionary<string, TensorInfo>(OfficialNames.Model(_model), StringComparer.Ordinal);
        // Some files leave the mel statistics to mel_stats.pth.
        var statistics = found.ContainsKey(TensorNames.MelStats) ? null : MelStatistics();
        if (statistics is not null)
            found.Add(TensorNames.MelStats, new TensorInfo(TensorNames.MelStats, statistics.Type, statistics.Shape));
        var layout = TensorLayout.Model(Config);
        var report = TensorCheck.Compare(found, layout);
        if (!report.Fits)
            throw report.ToException(_files.Model);
        return [.. layout.Select(spec => spec.Name == TensorNames.MelStats && statistics is not null ? statistics : _model.Source(found[spec.Name], spec.Name))];
    }

    private TensorSource? MelStatistics()
    {
        if (_files.MelStats is null)
            return null;
        using var file = TensorFile.Open(_files.MelStats);
        var tensors = file.Contents.ToList();
        return tensors is [var tensor]
            ? TensorSource.Of(TensorNames.MelStats, tensor.Shape, file.ReadSingle(tensor))
            : throw new ModelFormatException($"{_files.MelStats} holds {tensors.Count} tensors; expected the mel statistics alone.");
    }

    private List<TensorSource> DvaeSources(ITensorFile file)
    {
        var found = OfficialNames.Canonical(file);
        var layout = TensorLayout.Dvae(Config);
        var report = DvaeTolerance.Apply(TensorCheck.Compare(found, layout));
        if (report.Missing.Count + report.WrongShape.Count > 0)
            throw report.ToException(file.Path);
        return [.. layout.Select(spec => found.TryGetValue(spec.Name, out var tensor) ? file.Source(tensor, spec.Name) : DvaeTolerance.Zeros(spec))];
    }
}
