using XttsSaas.Audio.Decoding;
using XttsSaas.Audio.Ffmpeg;

namespace XttsSaas.Cli.Speech;

/// <summary>Recordings of a voice, decoded.</summary>
internal static class References
{
    /// <summary>Mono samples of each recording at <paramref name="sampleRate"/>.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="Audio.AudioException">It cannot be decoded.</exception>
    public static async Task<IReadOnlyList<float[]>> DecodeAsync(IReadOnlyList<FileInfo> references, int sampleRate, CancellationToken cancellationToken)
    {
        var decoder = new AudioDecoder(new FfmpegOptions(), TimeProvider.System);
        var clips = new List<float[]>(references.Count);
        foreach (var reference in references)
        {
            if (!reference.Exists)
                throw new FileNotFoundException($"There is no recording {reference.FullName}.");
            var clip = new List<float>();
            await foreach (var chunk in decoder.DecodeAsync(reference.FullName, sampleRate, null, cancellationToken))
                clip.AddRange(chunk);
            clips.Add([.. clip]);
        }
        return clips;
    }
}
