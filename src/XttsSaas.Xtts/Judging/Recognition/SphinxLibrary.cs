using System.Runtime.InteropServices;

namespace XttsSaas.Xtts.Judging.Recognition;

/// <summary>
/// The functions of PocketSphinx 0.8+5prealpha that recognise one utterance with one grammar. Functions that give an int say 0 or more
/// for success.
/// </summary>
internal static unsafe partial class SphinxLibrary
{
    private const string Decoder = "libpocketsphinx.so.3";
    private const string Base = "libsphinxbase.so.3";

    [LibraryImport(Decoder, EntryPoint = "ps_args")]
    public static partial nint Arguments();

    [LibraryImport(Base, EntryPoint = "cmd_ln_parse_r")]
    public static partial nint ParseConfiguration(nint known, nint definitions, int count, byte** arguments, int strict);

    [LibraryImport(Base, EntryPoint = "cmd_ln_free_r")]
    public static partial int FreeConfiguration(nint configuration);

    [LibraryImport(Base, EntryPoint = "err_set_logfp")]
    public static partial void SetLog(nint stream);

    [LibraryImport(Decoder, EntryPoint = "ps_init")]
    public static partial nint NewDecoder(nint configuration);

    [LibraryImport(Decoder, EntryPoint = "ps_free")]
    public static partial int FreeDecoder(nint decoder);

    [LibraryImport(Decoder, EntryPoint = "ps_set_jsgf_string", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetGrammar(nint decoder, string name, string grammar);

    [LibraryImport(Decoder, EntryPoint = "ps_set_search", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetSearch(nint decoder, string name);

    [LibraryImport(Decoder, EntryPoint = "ps_start_utt")]
    public static partial int StartUtterance(nint decoder);

    [LibraryImport(Decoder, EntryPoint = "ps_process_raw")]
    public static partial int Process(nint decoder, short* samples, nuint count, int noSearch, int wholeUtterance);

    [LibraryImport(Decoder, EntryPoint = "ps_end_utt")]
    public static partial int EndUtterance(nint decoder);

    /// <summary>UTF-8 that belongs to the decoder, or null.</summary>
    [LibraryImport(Decoder, EntryPoint = "ps_get_hyp")]
    public static partial byte* Hypothesis(nint decoder, int* score);
}
