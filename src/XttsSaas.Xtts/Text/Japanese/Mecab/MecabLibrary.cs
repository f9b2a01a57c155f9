using System.Runtime.InteropServices;

namespace XttsSaas.Xtts.Text.Japanese.Mecab;

/// <summary>The functions of <c>libmecab</c> that cut a sentence into words.</summary>
internal static unsafe partial class MecabLibrary
{
    private const string Name = "libmecab.so.2";

    [LibraryImport(Name, EntryPoint = "mecab_model_new2", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint NewModel(string arguments);

    [LibraryImport(Name, EntryPoint = "mecab_model_destroy")]
    public static partial void DestroyModel(nint model);

    [LibraryImport(Name, EntryPoint = "mecab_model_new_tagger")]
    public static partial nint NewTagger(nint model);

    [LibraryImport(Name, EntryPoint = "mecab_destroy")]
    public static partial void DestroyTagger(nint tagger);

    [LibraryImport(Name, EntryPoint = "mecab_model_new_lattice")]
    public static partial nint NewLattice(nint model);

    [LibraryImport(Name, EntryPoint = "mecab_lattice_destroy")]
    public static partial void DestroyLattice(nint lattice);

    [LibraryImport(Name, EntryPoint = "mecab_lattice_set_sentence2")]
    public static partial void SetSentence(nint lattice, byte* sentence, nuint length);

    [LibraryImport(Name, EntryPoint = "mecab_parse_lattice")]
    public static partial int Parse(nint tagger, nint lattice);

    [LibraryImport(Name, EntryPoint = "mecab_lattice_get_bos_node")]
    public static partial MecabNode* FirstNode(nint lattice);
}
