using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using XttsSaas.Audio.Ffmpeg;
using XttsSaas.Audio.Files;
using XttsSaas.Audio.Wav;

namespace XttsSaas.Audio.Decoding;

/// <summary>
/// Turns any recording into mono samples in [-1, 1] at the rate asked for, resampled by soxr. Samples flow through a
/// pipe in chunks: memory does not grow with the recording.
/// </summary>
public sealed class AudioDecoder(FfmpegOptions options, TimeProvider clock)
{
    private const int ChunkSamples = 8192;
    private const int MostBytesOfOneAllocation = 256 << 20;

    /// <summary>
    /// The samples of <paramref name="path"/>, or of a stretch of it, in chunks of 8192 and a shorter last one.
    /// Throws <see cref="AudioException"/> where the recording breaks, is too long or takes too long.
    /// </summary>
    public async IAsyncEnumerable<float[]> DecodeAsync(
        string path, int sampleRate, TimeRange? range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var started = ToolProcess.Start(options.FfmpegPath, Arguments(path, sampleRate, range));
        if (started.Error is { } missing)
            throw new AudioException(missing);
        await using var ffmpeg = started.Value!;
        using var deadline = new Deadline(options.DecodeTimeout, clock, cancellationToken);
        var limit = (long)(options.MaxDuration.TotalSeconds * sampleRate);
        var samples = 0L;
        while (await ReadChunkAsync(ffmpeg.Output, deadline) is { Length: > 0 } chunk)
        {
            samples += chunk.Length;
            if (samples > limit)
                throw new AudioException(new AudioError(AudioErrorCode.TooLong, $"The recording lasts longer than the limit of {options.MaxDuration.TotalHours:0.##} hours. Split it."));
            yield return chunk;
        }

        var (status, _) = await ffmpeg.WaitAsync(deadline.Token);
        if (status != 0)
            throw new AudioException(new AudioError(AudioErrorCode.Damaged, $"The recording is damaged: decoding stopped after {samples / (double)sampleRate:0.0} seconds."));
    }

    /// <summary>Writes the recording, or a stretch of it, as a mono PCM16 WAV file; its length in seconds.</summary>
    public async Task<AudioResult<double>> DecodeToWavAsync(
        string path, int sampleRate, TimeRange? range, string destination, CancellationToken cancellationToken)
    {
        try
        {
            var samples = 0L;
            await AtomicFile.WriteAsync(destination, async stream =>
            {
                var writer = new WavWriter(stream, sampleRate);
                await foreach (var chunk in DecodeAsync(path, sampleRate, range, cancellationToken))
                    writer.Write(chunk);
                writer.Complete();
                samples = writer.Samples;
            }, cancellationToken);
            return samples / (double)sampleRate;
        }
        catch (AudioException fault)
        {
            return fault.Error;
        }
    }

    private static IEnumerable<string> Arguments(string path, int sampleRate, TimeRange? range)
    {
        string[] limits = range is { } stretch
            ? ["-ss", Seconds(stretch.Start), "-t", Seconds(stretch.Length)]
            : [];
        return
        [
            "-nostdin", "-hide_banner", "-v", "error", "-threads", "1", "-max_alloc", $"{MostBytesOfOneAllocation}",
            .. limits, .. SafeInput.Arguments(path),
            "-map", "0:a:0", "-vn", "-sn", "-dn", "-ac", "1",
            "-af", $"aresample={sampleRate}:resampler=soxr", "-ar", $"{sampleRate}",
            "-f", "f32le", "pipe:1",
        ];
    }

    private static string Seconds(double value) => value.ToString("0.######");

    private async Task<float[]> ReadChunkAsync(Stream pipe, Deadline deadline)
    {
        var bytes = new byte[ChunkSamples * sizeof(float)];
        try
        {
            var read = await pipe.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, deadline.Token);
            return MemoryMarshal.Cast<byte, float>(bytes.AsSpan(0, read)).ToArray();
        }
        catch (OperationCanceledException) when (deadline.Passed)
        {
            throw new AudioException(new AudioError(AudioErrorCode.Timeout, $"Decoding took longer than {options.DecodeTimeout.TotalMinutes:0.#} minutes."));
        }
    }
}
