using XttsSaas.Inference.Engine;
using XttsSaas.Inference.Parity;
using XttsSaas.Tests.Golden;
using XttsSaas.Xtts.Parity;
using XttsSaas.Xtts.Safetensors;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Inference.Tests.Parity;

/// <summary>
/// The fixtures as a parity pack, and one engine for all cases. The fixtures hold no vocabulary, so the two spoken cases get their text
/// ids as inputs here: from their own list, and from the case that encodes the same sentence.
/// </summary>
public sealed class GoldenFolder : IDisposable
{
    private static readonly (string Case, string Holder, string Ids)[] TextIds =
        [("e2e_eos_tiny", "e2e_eos_tiny", "out.text_tokens"), ("e2e_tiny", "gpt_infer_tiny_b", "in.text_tokens")];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xtts-golden-");

    public GoldenFolder()
    {
        foreach (var path in Directory.GetFiles(GoldenPack.Folder))
            File.CreateSymbolicLink(Path.Combine(_folder.FullName, Path.GetFileName(path)), path);
        foreach (var (name, holder, ids) in TextIds)
            AddTextIds($"{name}.safetensors", $"{holder}.safetensors", ids);
        Pack = ParityPack.Load(_folder.FullName);
    }

    public OnnxParity Engine { get; } = new(new EngineOptions(IntraOpThreads: 1));

    public ParityPack Pack { get; }

    /// <summary>Names of the cases that the engine computes, at the full size or below it.</summary>
    public static TheoryData<string> Cases(bool fullSize)
    {
        using var engine = new OnnxParity();
        return [.. ParityPack.Load(GoldenPack.Folder).Entries.Where(entry => engine.Kinds.Contains(entry.Kind) && FullSize.Is(entry) == fullSize).Select(entry => entry.Name)];
    }

    public ParityCase Open(string name) => Pack.Open(Pack.Entries.Single(entry => entry.Name == name));

    public void Dispose()
    {
        Engine.Dispose();
        _folder.Delete(recursive: true);
    }

    private void AddTextIds(string file, string holderFile, string ids)
    {
        var target = Path.Combine(_folder.FullName, file);
        File.Delete(target);
        using var source = SafetensorsFile.Open(GoldenPack.PathOf(file));
        using var holder = SafetensorsFile.Open(GoldenPack.PathOf(holderFile));
        var tensors = source.Tensors.Keys.Where(name => name != ids).Select(source.Source).ToList();
        tensors.Add(TensorSource.Of("in.text_tokens", holder.Find(ids).Shape, holder.ReadInt64(ids)));
        SafetensorsWriter.Write(target, tensors);
    }
}
