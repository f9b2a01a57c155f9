using System.Runtime.InteropServices;
using System.Text;

namespace XttsSaas.Xtts.Text.Japanese.Mecab;

/// <summary>
/// MeCab with the IPADIC dictionary, both from the system. Thread-safe: the model and the tagger are read-only, every sentence has a
/// lattice of its own.
/// </summary>
internal sealed unsafe class MecabTagger : IDisposable
{
    private const string HowToInstall = "install MeCab and its dictionary: apt-get install libmecab2 mecab-ipadic-utf8";

    /// <summary>Where Debian and Ubuntu put the compiled dictionary.</summary>
    private static readonly string[] Folders =
        ["/var/lib/mecab/dic/ipadic-utf8", "/usr/lib/x86_64-linux-gnu/mecab/dic/ipadic-utf8", "/usr/lib/mecab/dic/ipadic-utf8"];

    private readonly nint _model;
    private readonly nint _tagger;
    private int _disposed;

    private MecabTagger(nint model, nint tagger) => (_model, _tagger) = (model, tagger);

    /// <exception cref="ArgumentException">The library or the dictionary is not installed; the message says how to install them.</exception>
    public static MecabTagger Open()
    {
        var folder = Array.Find(Folders, folder => File.Exists(Path.Combine(folder, "sys.dic")))
            ?? throw new ArgumentException($"Japanese needs the MeCab dictionary IPADIC; {HowToInstall}.");
        try
        {
            // Without the user's mecabrc, which may name another dictionary.
            var model = MecabLibrary.NewModel($"-r /dev/null -d {folder}");
            var tagger = model == 0 ? 0 : MecabLibrary.NewTagger(model);
            if (tagger == 0)
                throw new ArgumentException($"MeCab cannot read the dictionary in {folder}; {HowToInstall}.");
            return new MecabTagger(model, tagger);
        }
        catch (DllNotFoundException error)
        {
            throw new ArgumentException($"Japanese needs the MeCab library libmecab.so.2; {HowToInstall}.", error);
        }
    }

    /// <summary>The words of a sentence in order.</summary>
    public List<MecabWord> Cut(string sentence)
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        var utf8 = Encoding.UTF8.GetBytes(sentence);
        var words = new List<MecabWord>();
        var lattice = MecabLibrary.NewLattice(_model);
        try
        {
            // The lattice points into the sentence: it stays pinned until the words are copied.
            fixed (byte* bytes = utf8)
            {
                MecabLibrary.SetSentence(lattice, bytes, (nuint)utf8.Length);
                if (MecabLibrary.Parse(_tagger, lattice) == 0)
                    throw new InvalidOperationException("MeCab could not cut the sentence into words.");
                for (var node = MecabLibrary.FirstNode(lattice); node != null; node = (MecabNode*)node->Next)
                {
                    if (node->IsWord)
                        words.Add(Copy(node));
                }
            }
        }
        finally
        {
            MecabLibrary.DestroyLattice(lattice);
        }
        return words;
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        MecabLibrary.DestroyTagger(_tagger);
        MecabLibrary.DestroyModel(_model);
    }

    private static MecabWord Copy(MecabNode* node) => new(
        Encoding.UTF8.GetString((byte*)node->Surface, node->Length),
        node->LengthWithSpace > node->Length,
        (Marshal.PtrToStringUTF8(node->Feature) ?? "").Split(','));
}
