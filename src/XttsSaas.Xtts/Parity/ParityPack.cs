using System.Text.Json;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Tensors;
using XttsSaas.Xtts.Text;

namespace XttsSaas.Xtts.Parity;

/// <summary>
/// A folder of cases computed by the reference implementation: <c>manifest.json</c> names for each case its kind, configuration, inputs,
/// outputs and tolerances; state-dict tables and a salt give the weights by <see cref="Weights.WeightFormula"/>.
/// </summary>
public sealed class ParityPack
{
    private const string ManifestName = "manifest.json";
    private const int KnownFormat = 1;
    private const string DvaePrefix = "dvae.";
    private readonly Lazy<IReadOnlyList<StateDictTable>> _tables;

    private ParityPack(string folder, ParityManifest manifest)
    {
        (Folder, Salt, Entries) = (folder, manifest.Salt, manifest.Cases);
        _tables = new(() => [.. Directory.EnumerateFiles(folder, "*_state_dict.tsv").Order(StringComparer.Ordinal).Select(StateDictTable.Load)]);
    }

    public string Folder { get; }

    /// <summary>First part of every weight's hash key.</summary>
    public string Salt { get; }

    /// <summary>The manifest's cases, in its order.</summary>
    public IReadOnlyList<ParityEntry> Entries { get; }

    /// <exception cref="ModelFormatException">No manifest, or one that cannot be understood.</exception>
    public static ParityPack Load(string folder)
    {
        var path = Path.Combine(folder, ManifestName);
        if (!File.Exists(path))
            throw new ModelFormatException($"{folder} is not a parity pack: it has no {ManifestName}.");
        try
        {
            var manifest = JsonSerializer.Deserialize<ParityManifest>(File.ReadAllBytes(path), ParityManifest.Json);
            if (manifest is not { Format: KnownFormat, Salt: not null, Cases: not null })
                throw new ModelFormatException($"{path} is not a parity manifest of format {KnownFormat} with a salt and cases.");
            return new ParityPack(folder, manifest);
        }
        catch (JsonException error)
        {
            throw new ModelFormatException($"{path} is not a parity manifest: {error.Message}", error);
        }
    }

    /// <summary>Path of a file of the pack.</summary>
    /// <exception cref="ModelFormatException">The name leads out of the pack, or there is no such file.</exception>
    public string PathOf(string file)
    {
        if (file != Path.GetFileName(file))
            throw new ModelFormatException($"The parity pack names {file}, which is not a plain file name.");
        var path = Path.Combine(Folder, file);
        return File.Exists(path) ? path : throw new ModelFormatException($"The parity pack {Folder} has no file {file}.");
    }

    public ParityCase Open(ParityEntry entry) => new(this, entry);

    /// <summary>The vocabulary of the pack's text cases, or its only <c>vocab*.json</c>.</summary>
    /// <exception cref="ModelFormatException">There is none, or there are several and no case says which.</exception>
    public XttsTokenizer LoadVocabulary()
    {
        var named = Entries.Select(entry => entry.Vocab).FirstOrDefault(vocab => vocab is not null);
        string[] paths = named is not null ? [PathOf(named)] : Directory.GetFiles(Folder, "vocab*.json");
        return paths is [var path]
            ? XttsTokenizer.Load(path)
            : throw new ModelFormatException($"The parity pack {Folder} has {paths.Length} vocabularies; a case without text ids needs exactly one, or a text case that names it.");
    }

    /// <summary>Sources of every tensor of a model of this configuration, generated while they are written.</summary>
    /// <exception cref="ModelFormatException">No table of the pack fits the configuration.</exception>
    public IReadOnlyList<TensorSource> ModelWeights(XttsConfig config) => Weights(TensorLayout.Model(config), "");

    /// <summary>Sources of every tensor of the DVAE.</summary>
    public IReadOnlyList<TensorSource> DvaeWeights(XttsConfig config) => Weights(TensorLayout.Dvae(config), DvaePrefix);

    private IReadOnlyList<TensorSource> Weights(IReadOnlyList<TensorSpec> layout, string prefix)
    {
        var table = _tables.Value.FirstOrDefault(candidate => candidate.Fits(layout))
            ?? throw new ModelFormatException($"The parity pack {Folder} has no state-dict table for a model of {layout.Count} tensors with these shapes.");
        return [.. layout.Select(spec => table.Source(spec, $"{Salt}/{prefix}"))];
    }
}
