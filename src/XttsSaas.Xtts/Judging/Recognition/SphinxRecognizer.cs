using System.Runtime.InteropServices;
using XttsSaas.Xtts.Signal;

namespace XttsSaas.Xtts.Judging.Recognition;

/// <summary>
/// PocketSphinx with one loaded model: tells which sentence of a list a recording is most likely of. Every utterance is normalised by
/// itself, so the order in which they come makes no difference. Not thread-safe.
/// </summary>
public sealed unsafe class SphinxRecognizer : IDisposable
{
    private const int SampleRate = 16000;
    private const string Search = "sentences";

    /// <summary>With the usual beams (1e-48) every path to the end of a sentence is pruned in a fifth of espeak-ng's recordings.</summary>
    private const string Beam = "1e-120";

    private readonly nint _configuration;
    private nint _decoder;

    /// <exception cref="RecognitionException">The library or the model is missing.</exception>
    public SphinxRecognizer(SphinxModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (!model.IsInstalled)
            throw new RecognitionException($"The speech recogniser's model is missing in {model.AcousticFolder}; install the packages pocketsphinx and pocketsphinx-en-us (./xtts setup does).");
        try
        {
            SphinxLibrary.SetLog(0);
            _configuration = Configure(model);
            _decoder = SphinxLibrary.NewDecoder(_configuration);
        }
        catch (DllNotFoundException missing)
        {
            throw new RecognitionException("The speech recogniser libpocketsphinx.so.3 is missing; install the package pocketsphinx (./xtts setup does).", missing);
        }
        if (_decoder == 0)
            throw new RecognitionException($"The speech recogniser cannot load its model in {model.AcousticFolder}.");
    }

    /// <summary>The words of the likeliest of <paramref name="sentences"/>; null where the recording ends amid all of them.</summary>
    /// <param name="audio">Mono, samples in [-1, 1].</param>
    /// <param name="sampleRate">In Hz.</param>
    /// <param name="sentences">Words in lower case, all in the dictionary, separated by single spaces.</param>
    /// <exception cref="RecognitionException">A word is not in the dictionary, or there is no sentence.</exception>
    public string? Recognize(ReadOnlySpan<float> audio, int sampleRate, IEnumerable<string> sentences)
    {
        ObjectDisposedException.ThrowIf(_decoder == 0, this);
        var grammar = $"#JSGF V1.0; grammar {Search}; public <sentence> = {string.Join(" | ", sentences)};";
        if (SphinxLibrary.SetGrammar(_decoder, Search, grammar) < 0 || SphinxLibrary.SetSearch(_decoder, Search) < 0)
            throw new RecognitionException("The speech recogniser refused a list of sentences: one of their words is not in its dictionary.");
        var samples = ToPcm16(Resampler.Resample(audio, sampleRate, SampleRate));
        fixed (short* first = samples)
        {
            if (SphinxLibrary.StartUtterance(_decoder) < 0
                || SphinxLibrary.Process(_decoder, first, (nuint)samples.Length, noSearch: 0, wholeUtterance: 1) < 0
                || SphinxLibrary.EndUtterance(_decoder) < 0)
                throw new RecognitionException("The speech recogniser stopped amid a recording.");
        }
        int score;
        return Marshal.PtrToStringUTF8((nint)SphinxLibrary.Hypothesis(_decoder, &score));
    }

    public void Dispose()
    {
        if (_decoder == 0)
            return;
        _ = SphinxLibrary.FreeDecoder(_decoder);
        _ = SphinxLibrary.FreeConfiguration(_configuration);
        _decoder = 0;
    }

    private static nint Configure(SphinxModel model)
    {
        string[] arguments =
        [
            "-hmm", model.AcousticFolder, "-dict", model.DictionaryFile, "-samprate", $"{SampleRate}",
            "-cmn", "batch", "-remove_silence", "no", "-dither", "no", "-beam", Beam, "-wbeam", Beam, "-pbeam", Beam,
        ];
        var texts = Array.ConvertAll(arguments, Marshal.StringToCoTaskMemUTF8);
        try
        {
            fixed (nint* first = texts)
            {
                var configuration = SphinxLibrary.ParseConfiguration(0, SphinxLibrary.Arguments(), texts.Length, (byte**)first, strict: 1);
                return configuration != 0 ? configuration : throw new RecognitionException("The speech recogniser does not know its settings; version 0.8+5prealpha is needed.");
            }
        }
        finally
        {
            Array.ForEach(texts, Marshal.FreeCoTaskMem);
        }
    }

    private static short[] ToPcm16(float[] samples)
    {
        var pcm = new short[samples.Length];
        for (var i = 0; i < pcm.Length; i++)
            pcm[i] = (short)Math.Clamp(samples[i] * 32767, short.MinValue, short.MaxValue);
        return pcm;
    }
}
