using System.Text.Json;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Safetensors;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Parity;

/// <summary>One opened case: its inputs, the reference's outputs, and the model that it is about.</summary>
public sealed class ParityCase : IDisposable
{
    private static readonly Dictionary<string, ParityOutputEntry> NoOutputs = [];
    private readonly Lazy<SafetensorsFile> _file;

    internal ParityCase(ParityPack pack, ParityEntry entry)
    {
        (Pack, Entry) = (pack, entry);
        Notes = new ParityNotes(pack, entry.Notes ?? "");
        _file = new(() => SafetensorsFile.Open(pack.PathOf(entry.File)));
        Config = ReadConfig(entry);
    }

    public ParityPack Pack { get; }

    public ParityEntry Entry { get; }

    /// <summary>What the case's notes say in words.</summary>
    public ParityNotes Notes { get; }

    /// <summary>The model of the case; the full one where the manifest gives no arguments.</summary>
    public XttsConfig Config { get; }

    public IReadOnlyDictionary<string, ParityOutputEntry> Outputs => Entry.Outputs ?? NoOutputs;

    public bool Wants(string output) => Outputs.ContainsKey(output);

    public bool HasInput(string name) => _file.Value.Tensors.ContainsKey("in." + name);

    public float[] Input(string name) => _file.Value.ReadSingle("in." + name);

    public int[] InputIds(string name) => Ids("in." + name);

    public TensorShape InputShape(string name) => _file.Value.Find("in." + name).Shape;

    /// <summary>The reference's numbers of a floating-point output.</summary>
    public float[] Expected(string name) => _file.Value.ReadSingle("out." + name);

    /// <summary>The reference's numbers of an integer output.</summary>
    public int[] ExpectedIds(string name) => Ids("out." + name);

    public TensorShape ExpectedShape(string name) => _file.Value.Find("out." + name).Shape;

    public void Dispose()
    {
        if (_file.IsValueCreated)
            _file.Value.Dispose();
    }

    private static XttsConfig ReadConfig(ParityEntry entry)
    {
        if (entry.ConfigArgs is not { ValueKind: JsonValueKind.Object } args)
            return XttsConfig.Full;
        var config = XttsConfig.Full with { ModelArgs = args.Deserialize<XttsModelArgs>(ParityManifest.Json)! };
        return config.Validated();
    }

    private int[] Ids(string name) => Array.ConvertAll(_file.Value.ReadInt64(name), id => checked((int)id));
}
