using System.Runtime.InteropServices;

namespace Whisper.net;

/// <summary>shim_options of native/shim.cpp.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeOptions
{
    public int Threads;
    public int MaxSegmentLength;
    public int MaxTokensPerSegment;
    public int Translate;
    public int SingleSegment;
    public int TokenTimestamps;
    public float Temperature;
    public float TemperatureIncrement;
    public nint Language;
    public nint Prompt;
}
