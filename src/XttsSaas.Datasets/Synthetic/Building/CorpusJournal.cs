using System.Text;
using System.Text.Json;
using XttsSaas.Xtts;
using XttsSaas.Xtts.Corpus;

namespace XttsSaas.Datasets.Synthetic.Building;

/// <summary>
/// What a build has done so far: the folder build/ with the request and a file for each finished block. It goes when the corpus is
/// complete; a folder that has it is a build to go on with.
/// </summary>
internal sealed class CorpusJournal
{
    private const string FolderName = "build";
    private const string RequestName = "request.txt";
    private const int WavHeaderBytes = 44;
    private readonly string _corpus;
    private readonly string _folder;

    private CorpusJournal(string corpus) => (_corpus, _folder) = (corpus, Path.Combine(corpus, FolderName));

    /// <summary>Begins a build in an empty folder, or goes on with the one that was cut off.</summary>
    /// <exception cref="CorpusException">The folder holds something else.</exception>
    public static CorpusJournal Open(string corpus, string fingerprint)
    {
        var journal = new CorpusJournal(corpus);
        var request = Path.Combine(journal._folder, RequestName);
        if (File.Exists(request))
        {
            if (File.ReadAllText(request) is var other && other != fingerprint)
                throw CorpusFolder.Taken(corpus, other, fingerprint);
            return journal;
        }
        // A folder with nothing but an empty build/ is a build that was cut off before its first file.
        if (Directory.Exists(corpus) && Directory.EnumerateFiles(corpus, "*", SearchOption.AllDirectories).Any(file => !IsTemporary(journal, file)))
            throw new CorpusException(CorpusFault.FolderTaken, $"{corpus} holds other files; name an empty or a new folder.");
        Directory.CreateDirectory(journal._folder);
        DurableFile.Write(request, Encoding.UTF8.GetBytes(fingerprint));
        return journal;
    }

    /// <summary>The clips of a block that an earlier run finished; nothing where it did not, or where files of it are gone.</summary>
    public IReadOnlyList<CorpusClip>? Find(int block)
    {
        var path = PathOf(block);
        if (!File.Exists(path))
            return null;
        var clips = JsonSerializer.Deserialize(File.ReadAllBytes(path), BlockJson.Default.IReadOnlyListCorpusClip)!;
        return clips.All(clip => new FileInfo(Path.Combine(_corpus, clip.Wav)) is { Exists: true } file && file.Length == WavHeaderBytes + (2L * clip.Samples))
            ? clips
            : null;
    }

    public void Add(int block, IReadOnlyList<CorpusClip> clips) =>
        DurableFile.Write(PathOf(block), JsonSerializer.SerializeToUtf8Bytes(clips, BlockJson.Default.IReadOnlyListCorpusClip));

    /// <summary>Removes the journal of a complete corpus, where it has one.</summary>
    public static void Remove(string corpus)
    {
        var folder = Path.Combine(corpus, FolderName);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private string PathOf(int block) => Path.Combine(_folder, $"{block:000000}.json");

    private static bool IsTemporary(CorpusJournal journal, string file) =>
        file.StartsWith(Path.Combine(journal._folder, RequestName), StringComparison.Ordinal) && file.EndsWith(".tmp", StringComparison.Ordinal);
}
