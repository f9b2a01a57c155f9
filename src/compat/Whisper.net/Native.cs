using System.Runtime.InteropServices;

namespace Whisper.net;

/// <summary>libwhispershim: native/shim.cpp describes every function.</summary>
internal static unsafe partial class Native
{
    private const string Library = "whispershim";

    [LibraryImport(Library, EntryPoint = "shim_load", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint Load(string path);

    [LibraryImport(Library, EntryPoint = "shim_system_info")]
    public static partial nint SystemInfo();

    [LibraryImport(Library, EntryPoint = "shim_free")]
    public static partial void Free(nint context);

    [LibraryImport(Library, EntryPoint = "shim_language")]
    public static partial nint Language(int id);

    [LibraryImport(Library, EntryPoint = "shim_process")]
    public static partial int Process(
        nint context, in NativeOptions options, float* samples, int count,
        delegate* unmanaged<nint, int, nint, void> onSegment, delegate* unmanaged<nint, byte> aborted, nint user);

    [LibraryImport(Library, EntryPoint = "shim_state_language")]
    public static partial int StateLanguage(nint state);

    [LibraryImport(Library, EntryPoint = "shim_segment_text")]
    public static partial nint SegmentText(nint state, int segment);

    [LibraryImport(Library, EntryPoint = "shim_segment_start")]
    public static partial long SegmentStart(nint state, int segment);

    [LibraryImport(Library, EntryPoint = "shim_segment_end")]
    public static partial long SegmentEnd(nint state, int segment);

    [LibraryImport(Library, EntryPoint = "shim_token_count")]
    public static partial int TokenCount(nint state, int segment);

    [LibraryImport(Library, EntryPoint = "shim_token_text")]
    public static partial nint TokenText(nint context, nint state, int segment, int token);

    [LibraryImport(Library, EntryPoint = "shim_token_data")]
    public static partial void TokenData(nint state, int segment, int token, out NativeToken data);

    public static string Text(nint utf8) => Marshal.PtrToStringUTF8(utf8) ?? "";
}
