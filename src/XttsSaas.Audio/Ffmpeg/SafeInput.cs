namespace XttsSaas.Audio.Ffmpeg;

/// <summary>
/// The arguments that make ffmpeg read an uploaded file and nothing else. A playlist or a concatenation script could
/// name other files or addresses, so only containers that carry their own audio are allowed, and only the file and
/// pipe protocols.
/// </summary>
internal static class SafeInput
{
    private const string Containers =
        "wav,w64,mp3,flac,ogg,mov,mp4,m4a,matroska,webm,aac,aiff,au,caf,amr,amrnb,amrwb,asf,ac3,eac3,adts,wv,tta,ape,mpc,mpc8,dsf,avi,mpeg,mpegts,flv";

    // "file:" keeps a name that begins with a dash or holds a colon from being read as an option or a protocol.
    public static IEnumerable<string> Arguments(string path) =>
        ["-protocol_whitelist", "file,pipe", "-format_whitelist", Containers, "-i", "file:" + Path.GetFullPath(path)];
}
