using System.Runtime.InteropServices;

namespace XttsSaas.Xtts.Text.Japanese.Mecab;

/// <summary>The head of <c>mecab_node_t</c> of MeCab 0.996, as far as it is read here.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct MecabNode
{
    public readonly nint Previous;
    public readonly nint Next;
    public readonly nint EndNext;
    public readonly nint BeginNext;
    public readonly nint RightPath;
    public readonly nint LeftPath;
    /// <summary>Into the sentence, not zero-terminated.</summary>
    public readonly nint Surface;
    /// <summary>Zero-terminated, comma-separated.</summary>
    public readonly nint Feature;
    public readonly uint Id;
    /// <summary>Bytes of the surface.</summary>
    public readonly ushort Length;
    /// <summary>Bytes of the surface and the white space before it.</summary>
    public readonly ushort LengthWithSpace;
    public readonly ushort RightAttribute;
    public readonly ushort LeftAttribute;
    public readonly ushort PartOfSpeechId;
    public readonly byte CharacterType;
    public readonly byte Status;

    /// <summary>A word, known or not; the other nodes are the sentence's ends.</summary>
    public bool IsWord => Status is 0 or 1;
}
