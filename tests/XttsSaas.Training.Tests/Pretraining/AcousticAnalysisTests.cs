using XttsSaas.Training.Pretraining.Features;
using XttsSaas.Xtts.Corpus;
using XttsSaas.Xtts.Signal;

namespace XttsSaas.Training.Tests.Pretraining;

public sealed class AcousticAnalysisTests : IDisposable
{
    private static readonly float[] MelStats = [.. Enumerable.Repeat(4f, Acoustics.Mels)];
    private readonly TestCorpus corpus = new();

    public void Dispose() => corpus.Dispose();

    [Fact]
    public void Analyse_Tone_HasItsOctaveAndTheFrontEndsMel()
    {
        var samples = Enumerable.Range(0, 20 * 1024).Select(i => (float)(0.3 * Math.Sin(2 * Math.PI * 220 * i / 22_050))).ToArray();

        var acoustics = new AcousticAnalysis(MelStats).Analyse(samples);

        var mel = FrontEnds.Dvae(samples, MelStats);
        Assert.Equal(20, acoustics.Codes);
        Assert.Equal(20 * Acoustics.MelPerCode, acoustics.Mel.Length);
        Assert.Equal((Half)mel.Values[(12 * mel.Frames) + 31], acoustics.Mel[(31 * Acoustics.Mels) + 12]);
        Assert.All(acoustics.Pitch[8..^8], octave => Assert.Equal(Math.Log2(220), (double)octave, 0.02));
    }

    [Fact]
    public void GetOrAnalyse_SecondTime_ReadsWhatTheFirstWrote()
    {
        var reader = CorpusReader.Open(corpus.Folder);
        var clips = reader.Clips(CorpusSplit.Training).ToArray();
        var path = corpus.Output("cache/a.bin");

        var first = AcousticCache.GetOrAnalyse(path, reader, clips, MelStats, _ => { }, CancellationToken.None);
        var written = File.ReadAllBytes(path);
        var second = AcousticCache.GetOrAnalyse(path, reader, clips, MelStats, _ => Assert.Fail("It was analysed again."), CancellationToken.None);

        Assert.Equal(first.Select(clip => clip.Mel), second.Select(clip => clip.Mel));
        Assert.Equal(first.Select(clip => clip.Pitch), second.Select(clip => clip.Pitch));
        Assert.Equal(written, File.ReadAllBytes(path));
    }

    [Fact]
    public void GetOrAnalyse_Cancelled_LeavesNoFile()
    {
        var reader = CorpusReader.Open(corpus.Folder);
        var path = corpus.Output("cache/a.bin");

        Assert.Throws<OperationCanceledException>(() => AcousticCache.GetOrAnalyse(
            path, reader, [.. reader.Clips(CorpusSplit.Training)], MelStats, _ => { }, new CancellationToken(canceled: true)));

        Assert.False(File.Exists(path));
    }
}
