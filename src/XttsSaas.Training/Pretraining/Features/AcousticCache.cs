using System.Runtime.InteropServices;
using XttsSaas.Xtts;
using XttsSaas.Xtts.Corpus;

namespace XttsSaas.Training.Pretraining.Features;

/// <summary>
/// The acoustics of a corpus part in one file, in the clips' order: per clip the number of codes (int32), its mel and its pitch
/// (float16, little endian). Analysing forty hours takes minutes, reading them seconds.
/// </summary>
public static class AcousticCache
{
    private const int ChunkClips = 512;

    /// <summary>The acoustics of <paramref name="clips"/>, analysed on all processors where <paramref name="path"/> does not exist yet.</summary>
    public static Acoustics[] GetOrAnalyse(
        string path, CorpusReader corpus, IReadOnlyList<CorpusClip> clips, float[] melStats, Action<string> report, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            DurableFile.Write(path, stream => Analyse(stream, corpus, clips, melStats, report, cancellation));
        }

        return Read(path, clips.Count);
    }

    private static void Analyse(
        Stream stream, CorpusReader corpus, IReadOnlyList<CorpusClip> clips, float[] melStats, Action<string> report, CancellationToken cancellation)
    {
        var analysis = new AcousticAnalysis(melStats);
        var done = 0;
        foreach (var chunk in clips.Chunk(ChunkClips))
        {
            cancellation.ThrowIfCancellationRequested();
            var results = new Acoustics[chunk.Length];
            Parallel.For(0, chunk.Length, i => results[i] = analysis.Analyse(corpus.Samples(chunk[i])));
            foreach (var result in results)
                Write(stream, result);
            done += chunk.Length;
            report($"Analysed {done} of {clips.Count} clips");
        }
    }

    private static void Write(Stream stream, Acoustics acoustics)
    {
        stream.Write(BitConverter.GetBytes(acoustics.Codes));
        stream.Write(MemoryMarshal.AsBytes(acoustics.Mel.AsSpan()));
        stream.Write(MemoryMarshal.AsBytes(acoustics.Pitch.AsSpan()));
    }

    private static Acoustics[] Read(string path, int clips)
    {
        using var stream = new BufferedStream(File.OpenRead(path), 1 << 20);
        var all = new Acoustics[clips];
        Span<byte> header = stackalloc byte[sizeof(int)];
        for (var i = 0; i < clips; i++)
        {
            stream.ReadExactly(header);
            var codes = BitConverter.ToInt32(header);
            var (mel, pitch) = (new Half[codes * Acoustics.MelPerCode], new Half[codes * Acoustics.FramesPerCode]);
            stream.ReadExactly(MemoryMarshal.AsBytes(mel.AsSpan()));
            stream.ReadExactly(MemoryMarshal.AsBytes(pitch.AsSpan()));
            all[i] = new Acoustics(mel, pitch);
        }

        return all;
    }
}
