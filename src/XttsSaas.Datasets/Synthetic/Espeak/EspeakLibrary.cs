using System.Runtime.InteropServices;

namespace XttsSaas.Datasets.Synthetic.Espeak;

/// <summary>The functions of <c>libespeak-ng</c> that turn text into samples.</summary>
internal static unsafe partial class EspeakLibrary
{
    /// <summary>Samples go to the callback while <see cref="Synth"/> runs, on its thread.</summary>
    public const int SynchronousOutput = 2;

    /// <summary>Phoneme events, their names in IPA, and no exit of the process where the data are missing.</summary>
    public const int InitializeOptions = 0x1 | 0x2 | 0x8000;

    public const uint Utf8 = 1;
    public const int Rate = 1;
    public const int Volume = 2;
    public const int Pitch = 3;
    public const int Range = 4;
    private const string Name = "libespeak-ng.so.1";
    private const string RandomLibrary = "libc.so.6";

    [LibraryImport(Name, EntryPoint = "espeak_Initialize")]
    public static partial int Initialize(int output, int bufferMilliseconds, nint path, int options);

    [LibraryImport(Name, EntryPoint = "espeak_SetSynthCallback")]
    public static partial void SetSynthCallback(delegate* unmanaged<short*, int, EspeakEvent*, int> callback);

    [LibraryImport(Name, EntryPoint = "espeak_SetVoiceByName", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetVoiceByName(string name);

    [LibraryImport(Name, EntryPoint = "espeak_SetParameter")]
    public static partial int SetParameter(int parameter, int value, int relative);

    [LibraryImport(Name, EntryPoint = "espeak_Synth")]
    public static partial int Synth(byte* text, nuint size, uint position, int positionType, uint endPosition, uint flags, uint* messageId, nint userData);

    /// <summary>The version; also gives the folder of the data, which belongs to the library.</summary>
    [LibraryImport(Name, EntryPoint = "espeak_Info")]
    public static partial nint Info(nint* dataFolder);

    /// <summary>Seeds the numbers from which the engine makes the noise of breath.</summary>
    [LibraryImport(RandomLibrary, EntryPoint = "srand")]
    public static partial void SeedNoise(uint seed);
}
