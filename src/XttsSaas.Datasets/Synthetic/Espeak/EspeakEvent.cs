using System.Runtime.InteropServices;

namespace XttsSaas.Datasets.Synthetic.Espeak;

/// <summary><c>espeak_EVENT</c> of espeak-ng 1.51.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct EspeakEvent
{
    public const int ListEnd = 0;
    public const int Phoneme = 7;

    /// <summary>Bytes of <see cref="Name"/>; a name of that length has no zero at its end.</summary>
    public const int NameBytes = 8;

    public int Type;
    public uint MessageId;
    /// <summary>Where the word begins in the text, counted from 1.</summary>
    public int TextPosition;
    public int TextLength;
    public int Milliseconds;
    /// <summary>Samples from the beginning of the sound.</summary>
    public int Sample;
    public nint UserData;
    /// <summary>The phoneme in UTF-8; empty for a pause.</summary>
    public fixed byte Name[NameBytes];
}
