using System.Text.Json;
using XttsSaas.Xtts.Signal;

namespace XttsSaas.Xtts.Corpus;

/// <summary>Reads a finished corpus. Thread-safe: it holds the manifest and nothing else.</summary>
public sealed class CorpusReader
{
    private CorpusReader(string folder, CorpusManifest manifest) => (Folder, Manifest) = (folder, manifest);

    /// <summary>Full path of the corpus.</summary>
    public string Folder { get; }

    public CorpusManifest Manifest { get; }

    /// <exception cref="ModelFormatException">The folder holds no finished corpus of this version; the message says why.</exception>
    public static CorpusReader Open(string folder)
    {
        var path = Path.Combine(Path.GetFullPath(folder), CorpusFiles.Manifest);
        if (!File.Exists(path))
            throw new ModelFormatException($"{folder} holds no finished corpus: {CorpusFiles.Manifest} is missing.");
        var manifest = Parse(File.ReadAllBytes(path), CorpusJson.Default.CorpusManifest, path, line: null);
        if (manifest.Version != CorpusManifest.CurrentVersion)
            throw new ModelFormatException($"{path} has version {manifest.Version}; this program reads version {CorpusManifest.CurrentVersion}.");
        return new CorpusReader(Path.GetFullPath(folder), manifest);
    }

    /// <summary>The clips of one part in the file's order, read line by line.</summary>
    /// <exception cref="ModelFormatException">The part's file is missing or a line of it is no clip.</exception>
    public IEnumerable<CorpusClip> Clips(CorpusSplit split)
    {
        var path = Path.Combine(Folder, CorpusFiles.Of(split));
        if (!File.Exists(path))
            throw new ModelFormatException($"{path} is missing.");
        var line = 0;
        foreach (var json in File.ReadLines(path))
            yield return Parse(System.Text.Encoding.UTF8.GetBytes(json), CorpusJson.Default.CorpusClip, path, ++line);
    }

    /// <summary>Full path of a clip's sound.</summary>
    /// <exception cref="ModelFormatException">The clip names a file outside the corpus.</exception>
    public string WavePath(CorpusClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        var path = Path.GetFullPath(Path.Combine(Folder, clip.Wav));
        return path.StartsWith(Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new ModelFormatException($"Clip {clip.Id} names {clip.Wav}, which lies outside the corpus.");
    }

    /// <summary>A clip's amplitudes, [<see cref="CorpusClip.Samples"/>], 1 is full scale.</summary>
    /// <exception cref="ModelFormatException">The file is missing, damaged, or not what the clip's line says.</exception>
    public float[] Samples(CorpusClip clip)
    {
        var path = WavePath(clip);
        try
        {
            var wave = WaveFile.Read(path);
            if (wave.SampleRate != Manifest.SampleRate || wave.Samples.Length != clip.Samples)
                throw new ModelFormatException(
                    $"{path} has {wave.Samples.Length} samples at {wave.SampleRate} Hz instead of {clip.Samples} at {Manifest.SampleRate} Hz.");
            return wave.Samples;
        }
        catch (Exception error) when (error is InvalidDataException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ModelFormatException($"{path} cannot be read: {error.Message}", error);
        }
    }

    private static T Parse<T>(byte[] json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type, string path, int? line)
        where T : class
    {
        var place = line is null ? path : $"{path}, line {line}";
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new ModelFormatException($"{place} is empty.");
        }
        catch (JsonException error)
        {
            throw new ModelFormatException($"{place} is damaged: {error.Message}", error);
        }
    }
}
