using System.Globalization;
using System.Text.Json;

namespace XttsSaas.Audio.Probing;

/// <summary>Reads ffprobe's JSON.</summary>
internal static class ProbeAnswer
{
    public static AudioResult<AudioFormat> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var container = root.TryGetProperty("format", out var format) ? Text(format, "format_name") : "";
        var streams = root.TryGetProperty("streams", out var list) ? list.EnumerateArray().ToArray() : [];
        var audio = streams.FirstOrDefault(stream => Text(stream, "codec_type") == "audio");
        if (audio.ValueKind != JsonValueKind.Object)
            return new AudioError(AudioErrorCode.NotAudio, "The file has no audio track.");

        var codec = Text(audio, "codec_name");
        var rate = (int)Number(audio, "sample_rate");
        var channels = (int)Number(audio, "channels");
        if (codec is "" or "unknown" || rate <= 0 || channels <= 0)
            return new AudioError(AudioErrorCode.UnsupportedCodec, "The file's audio codec is not known; save it as WAV, FLAC or MP3.");

        var seconds = Math.Max(Number(format, "duration"), Number(audio, "duration"));
        return new AudioFormat(container, codec, rate, channels, seconds, container is "wav" or "flac");
    }

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.ToString() : "";

    private static double Number(JsonElement element, string name) =>
        double.TryParse(Text(element, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : 0;
}
