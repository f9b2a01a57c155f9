using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using XttsSaas.Xtts.Corpus;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Datasets.Synthetic.Espeak;

/// <summary>
/// espeak-ng inside this process. The engine is one per process and not thread-safe: every call waits for the one before. It also
/// remembers (the phase of its oscillators, its echo), so the same call gives the same samples only after the same calls since the
/// process began; who needs equal bytes starts a process for each block of texts.
/// </summary>
public static unsafe class EspeakVoice
{
    public const int SampleRate = 22_050;

    /// <summary>The version whose events and data are known here.</summary>
    public const string Version = "1.51";

    /// <summary>Of 100: low enough that no variant is clipped; clips get their loudness later.</summary>
    private const int Volume = 60;

    private const int OwnFormants = 100;
    private const string HowToInstall = "install it: apt-get install espeak-ng";
    private static readonly Lock Gate = new();
    private static readonly List<short> Samples = [];
    private static PhonemeTrack _track = new();
    private static string? _dataFolder;

    /// <summary>Makes sure that voice variants are installed: the engine would speak without an unknown one and not tell.</summary>
    /// <exception cref="CorpusException">espeak-ng, its data or a variant are not installed.</exception>
    public static void CheckVariants(IEnumerable<string> variants)
    {
        lock (Gate)
        {
            var folder = Path.Combine(Start(), "voices", "!v");
            if (variants.FirstOrDefault(variant => !File.Exists(Path.Combine(folder, variant))) is { } missing)
                throw new CorpusException(CorpusFault.Missing, $"espeak-ng has no variant {missing} in {folder}; {HowToInstall}.");
        }
    }

    /// <summary>Speaks a text with a speaker's settings.</summary>
    /// <param name="voice">The language's voice, such as en-us.</param>
    /// <exception cref="CorpusException">espeak-ng is not installed, or does not know the voice.</exception>
    public static SpokenText Speak(string voice, CorpusSpeaker speaker, string text)
    {
        ArgumentNullException.ThrowIfNull(speaker);
        lock (Gate)
        {
            Start();
            var name = $"{voice}+{speaker.Variant}";
            if (EspeakLibrary.SetVoiceByName(name) != 0)
                throw new CorpusException(CorpusFault.Missing, $"espeak-ng has no voice {name}; {HowToInstall}.");
            // After the voice, which sets them to its own.
            ReadOnlySpan<(int Parameter, int Value)> settings =
            [
                (EspeakLibrary.Rate, speaker.Speed * OwnFormants / speaker.Formants), (EspeakLibrary.Volume, Volume), (EspeakLibrary.Pitch, speaker.Pitch), (EspeakLibrary.Range, speaker.Range),
            ];
            foreach (var (parameter, value) in settings)
            {
                if (EspeakLibrary.SetParameter(parameter, value, relative: 0) != 0)
                    throw new CorpusException(CorpusFault.Failed, $"espeak-ng does not take {value} for its parameter {parameter}.");
            }
            // The process's own seed may be its time of day.
            EspeakLibrary.SeedNoise((uint)WeightFormula.Hash(text));
            Samples.Clear();
            _track = new PhonemeTrack();
            Synthesize(text);
            short[] samples = [.. Samples];
            var spoken = new SpokenText(samples, _track.Spans(samples));
            return speaker.Formants == OwnFormants ? spoken : FormantShift.Apply(spoken, speaker.Formants);
        }
    }

    private static void Synthesize(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text + '\0');
        fixed (byte* bytes = utf8)
        {
            if (EspeakLibrary.Synth(bytes, (nuint)utf8.Length, 0, 1, 0, EspeakLibrary.Utf8, null, 0) != 0)
                throw new CorpusException(CorpusFault.Failed, $"espeak-ng could not speak \"{text}\".");
        }
    }

    private static string Start()
    {
        if (_dataFolder is not null)
            return _dataFolder;
        try
        {
            var rate = EspeakLibrary.Initialize(EspeakLibrary.SynchronousOutput, 0, 0, EspeakLibrary.InitializeOptions);
            if (rate != SampleRate)
                throw new CorpusException(CorpusFault.Missing, $"espeak-ng started with {rate} instead of {SampleRate} Hz: its data are missing; {HowToInstall}.");
            nint folder;
            var version = Marshal.PtrToStringUTF8(EspeakLibrary.Info(&folder)) ?? "";
            // Another version has other sounds, and perhaps other events.
            if (!version.StartsWith(Version, StringComparison.Ordinal))
                throw new CorpusException(CorpusFault.Missing, $"espeak-ng {Version} is needed; here is {version}.");
            EspeakLibrary.SetSynthCallback(&Collect);
            return _dataFolder = Marshal.PtrToStringUTF8(folder) ?? "";
        }
        catch (DllNotFoundException error)
        {
            throw new CorpusException(CorpusFault.Missing, $"The library libespeak-ng.so.1 is missing; {HowToInstall}.", error);
        }
    }

    [UnmanagedCallersOnly]
    private static int Collect(short* samples, int count, EspeakEvent* events)
    {
        if (samples != null && count > 0)
            Samples.AddRange(new ReadOnlySpan<short>(samples, count));
        for (; events->Type != EspeakEvent.ListEnd; events++)
        {
            if (events->Type == EspeakEvent.Phoneme)
                _track.Add(NameOf(events), events->Sample, events->TextPosition - 1);
        }
        return 0;
    }

    private static ReadOnlySpan<byte> NameOf(EspeakEvent* phoneme)
    {
        var name = new ReadOnlySpan<byte>(Unsafe.AsPointer(ref phoneme->Name[0]), EspeakEvent.NameBytes);
        var end = name.IndexOf((byte)0);
        return end < 0 ? name : name[..end];
    }
}
