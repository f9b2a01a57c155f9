using System.Runtime.InteropServices;

namespace Whisper.net;

/// <summary>shim_token of native/shim.cpp.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeToken
{
    public int Id;
    public float Probability;
    public float LogProbability;
    public long Start;
    public long End;
}
