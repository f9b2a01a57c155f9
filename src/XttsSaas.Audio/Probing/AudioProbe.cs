using XttsSaas.Audio.Decoding;
using XttsSaas.Audio.Ffmpeg;
using XttsSaas.Audio.Wav;

namespace XttsSaas.Audio.Probing;

/// <summary>
/// Finds out what an uploaded file is, or why it cannot be used.
/// <code>
/// 1 there and not empty        Missing, Empty
/// 2 RIFF: our own strict look  LyingHeader (ffmpeg silently accepts wrong sizes)
/// 3 ffprobe: container, codec  NotAudio, UnsupportedCodec, TooLong
/// 4 decode the first second    NotAudio (noise can look like an MPEG frame header)
/// 5 exact length: its end      Truncated
/// 6 no length stated: count    TooLong (a browser's recording has none)
/// </code>
/// </summary>
public sealed class AudioProbe(FfmpegOptions options, AudioDecoder decoder, TimeProvider clock)
{
    private const double TrialSeconds = 1;
    private const double TailSeconds = 0.25;
    private const int CountingRate = 8000;

    public async Task<AudioResult<AudioFormat>> ProbeAsync(string path, CancellationToken cancellationToken)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            return new AudioError(AudioErrorCode.Missing, "The file does not exist.");
        if (file.Length == 0)
            return new AudioError(AudioErrorCode.Empty, "The file is empty (0 bytes); upload it again.");
        if (CheckRiff(path) is { } lie)
            return lie;

        var probed = await AskAsync(path, cancellationToken);
        if (probed is not { Succeeded: true, Value: { } format })
            return probed;
        try
        {
            if (await CountAsync(path, new TimeRange(0, TrialSeconds), cancellationToken) <= 0)
                return new AudioError(AudioErrorCode.NotAudio, "The file holds no sound that can be decoded.");
            if (format.Seconds <= 0)
                format = format with { Seconds = await CountAsync(path, null, cancellationToken) };
        }
        catch (AudioException fault)
        {
            return fault.Error.Code == AudioErrorCode.Damaged
                ? new AudioError(AudioErrorCode.NotAudio, "The file looks like audio but nothing in it can be decoded.")
                : fault.Error;
        }

        if (format.LengthIsExact && !await HasEndAsync(path, format.Seconds, cancellationToken))
            return new AudioError(AudioErrorCode.Truncated, $"The recording should last {format.Seconds:0.0} seconds, but its end is missing; upload it again.");
        return format.Seconds > options.MaxDuration.TotalSeconds
            ? new AudioError(AudioErrorCode.TooLong, $"The recording lasts {format.Seconds / 3600:0.0} hours; the limit is {options.MaxDuration.TotalHours:0.##} hours. Split it.")
            : format;
    }

    private static AudioError? CheckRiff(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return WavHeader.IsRiff(stream) ? WavHeader.Read(stream).Error : null;
    }

    private async Task<AudioResult<AudioFormat>> AskAsync(string path, CancellationToken cancellationToken)
    {
        string[] wanted =
        [
            "-v", "error", "-print_format", "json",
            "-show_entries", "format=format_name,duration:stream=codec_type,codec_name,sample_rate,channels,duration",
        ];
        var started = ToolProcess.Start(options.FfprobePath, [.. wanted, .. SafeInput.Arguments(path)]);
        if (started.Error is { } missing)
            return missing;
        await using var ffprobe = started.Value!;
        using var deadline = new Deadline(options.ProbeTimeout, clock, cancellationToken);
        try
        {
            var answer = await new StreamReader(ffprobe.Output).ReadToEndAsync(deadline.Token);
            var (status, _) = await ffprobe.WaitAsync(deadline.Token);
            return status == 0
                ? ProbeAnswer.Read(answer)
                : new AudioError(AudioErrorCode.NotAudio, "The file is not audio in a known format (WAV, MP3, FLAC, OGG, Opus, M4A, WebM and others are).");
        }
        catch (OperationCanceledException) when (deadline.Passed)
        {
            return new AudioError(AudioErrorCode.Timeout, $"Looking at the file took longer than {options.ProbeTimeout.TotalSeconds:0} seconds.");
        }
    }

    private async Task<bool> HasEndAsync(string path, double seconds, CancellationToken cancellationToken)
    {
        try
        {
            return await CountAsync(path, new TimeRange(Math.Max(0, seconds - TailSeconds), seconds), cancellationToken) > 0;
        }
        catch (AudioException fault) when (fault.Error.Code == AudioErrorCode.Damaged)
        {
            return false;
        }
    }

    private async Task<double> CountAsync(string path, TimeRange? range, CancellationToken cancellationToken)
    {
        var samples = 0L;
        await foreach (var chunk in decoder.DecodeAsync(path, CountingRate, range, cancellationToken))
            samples += chunk.Length;
        return samples / (double)CountingRate;
    }
}
