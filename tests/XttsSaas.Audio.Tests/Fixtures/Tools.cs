using XttsSaas.Audio.Decoding;
using XttsSaas.Audio.Ffmpeg;
using XttsSaas.Audio.Probing;

namespace XttsSaas.Audio.Tests.Fixtures;

public static class Tools
{
    public static AudioDecoder Decoder(FfmpegOptions? options = null) => new(options ?? new FfmpegOptions(), TimeProvider.System);

    public static AudioProbe Probe(FfmpegOptions? options = null) =>
        new(options ?? new FfmpegOptions(), Decoder(options), TimeProvider.System);
}
