using XttsSaas.Inference.Engine;
using XttsSaas.Inference.Export;
using XttsSaas.Xtts.Parity;
using XttsSaas.Xtts.Safetensors;

namespace XttsSaas.Inference.Parity;

/// <summary>The models of a pack's cases: made from the pack's weights and exported with probes once each, one loaded at a time.</summary>
internal sealed class ParityModels(EngineOptions options) : IDisposable
{
    private readonly Lazy<DirectoryInfo> _folder = new(() => Directory.CreateTempSubdirectory("xtts-parity-"));
    private readonly Dictionary<(ParityPack Pack, string Key), string> _exports = [];
    private (ParityPack Pack, string Key)? _loadedKey;
    private ExportedModel? _loaded;

    /// <summary>The model of a case; the one of another case is unloaded.</summary>
    public ExportedModel Of(ParityCase test)
    {
        var key = (test.Pack, test.Entry.ModelKey);
        if (_loaded is not null && _loadedKey == key)
            return _loaded;
        _loaded?.Dispose();
        (_loadedKey, _loaded) = (key, null);
        return _loaded = new ExportedModel(ExportOf(test, key), options, TimeProvider.System);
    }

    /// <summary>The DVAE of a case; the caller disposes it.</summary>
    public DvaeCodec DvaeOf(ParityCase test)
    {
        var export = NewPath();
        var tensors = NewPath();
        SafetensorsWriter.Write(tensors, test.Pack.DvaeWeights(test.Config));
        using (var dvae = SafetensorsFile.Open(tensors))
            DvaeExporter.Export(dvae, test.Config, export, withProbes: true);
        File.Delete(tensors);
        return new DvaeCodec(export, options);
    }

    public void Dispose()
    {
        _loaded?.Dispose();
        _loaded = null;
        if (_folder.IsValueCreated && _folder.Value.Exists)
            _folder.Value.Delete(recursive: true);
    }

    private string ExportOf(ParityCase test, (ParityPack Pack, string Key) key)
    {
        if (_exports.TryGetValue(key, out var export))
            return export;
        var checkpoint = NewPath();
        export = NewPath();
        ParityCheckpoint.Write(checkpoint, test.Pack, test.Config);
        OnnxExporter.Export(checkpoint, export, withProbes: true);
        Directory.Delete(checkpoint, recursive: true);
        return _exports[key] = export;
    }

    private string NewPath() => Path.Combine(_folder.Value.FullName, Guid.NewGuid().ToString("N"));
}
