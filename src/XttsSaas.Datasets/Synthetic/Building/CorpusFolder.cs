using System.Text.Encodings.Web;
using System.Text.Json;
using XttsSaas.Datasets.Synthetic.Planning;
using XttsSaas.Xtts;
using XttsSaas.Xtts.Corpus;

namespace XttsSaas.Datasets.Synthetic.Building;

/// <summary>Writes the files of a complete corpus, the manifest last.</summary>
internal sealed class CorpusFolder(string folder)
{
    private const byte NewLine = (byte)'\n';

    /// <summary>Letters of every language as they are.</summary>
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static CorpusException Taken(string folder, string other, string request) =>
        new(CorpusFault.FolderTaken, $"{folder} holds another corpus ({other}); asked for was: {request}.");

    /// <summary>The manifest, where a complete corpus is there.</summary>
    public CorpusManifest? Find() => File.Exists(Path.Combine(folder, CorpusFiles.Manifest)) ? CorpusReader.Open(folder).Manifest : null;

    public void WriteSplit(CorpusSplit split, IReadOnlyList<CorpusClip> clips) => DurableFile.Write(Path.Combine(folder, CorpusFiles.Of(split)), stream =>
    {
        using var writer = new Utf8JsonWriter(stream, Readable);
        foreach (var clip in clips)
        {
            JsonSerializer.Serialize(writer, clip, CorpusJson.Default.CorpusClip);
            writer.Flush();
            writer.Reset();
            stream.WriteByte(NewLine);
        }
    });

    public void WriteManifest(CorpusManifest manifest) =>
        DurableFile.Write(Path.Combine(folder, CorpusFiles.Manifest), JsonSerializer.SerializeToUtf8Bytes(manifest, CorpusJson.Default.CorpusManifest));

    /// <summary>Removes the sound of clips that no split has: those past the hours, and what a killed process left.</summary>
    public void Sweep(IEnumerable<CorpusClip> clips)
    {
        var kept = clips.Select(clip => clip.Wav).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, Utterance.Folder), "*", SearchOption.AllDirectories))
        {
            if (!kept.Contains(Path.GetRelativePath(folder, file)))
                File.Delete(file);
        }
    }
}
