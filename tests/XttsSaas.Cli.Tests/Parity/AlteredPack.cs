using System.Text.Json.Nodes;
using XttsSaas.Cli.Parity;
using XttsSaas.Tests.Golden;
using XttsSaas.Xtts.Parity;

namespace XttsSaas.Cli.Tests.Parity;

/// <summary>One case of the golden pack, in a folder of its own, with its entry in the manifest altered.</summary>
internal sealed class AlteredPack : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xtts-pack-");

    public AlteredPack(string name, Action<JsonObject> alterManifest, Action<JsonObject> alterCase)
    {
        var manifest = JsonNode.Parse(File.ReadAllBytes(GoldenPack.PathOf("manifest.json")))!.AsObject();
        var test = manifest["cases"]!.AsArray().Single(entry => (string?)entry!["name"] == name)!.DeepClone().AsObject();
        foreach (var file in (string[])["tiny_state_dict.tsv", (string)test["file"]!])
            File.CreateSymbolicLink(Path.Combine(_folder.FullName, file), GoldenPack.PathOf(file));
        alterCase(test);
        manifest["cases"] = new JsonArray(test);
        alterManifest(manifest);
        File.WriteAllText(Path.Combine(_folder.FullName, "manifest.json"), manifest.ToJsonString());
    }

    public ParityReport Run() => new ParityRun(ParityPack.Load(_folder.FullName), [], _ => { }).Run(TestContext.Current.CancellationToken);

    public void Dispose() => _folder.Delete(recursive: true);
}
