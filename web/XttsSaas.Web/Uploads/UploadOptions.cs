namespace XttsSaas.Web.Uploads;

/// <summary>How much one request may bring. Bound from the configuration section <c>Uploads</c>; bytes.</summary>
public sealed class UploadOptions
{
    public const string Section = "Uploads";

    /// <summary>A JSON body.</summary>
    public long MaxJsonBytes { get; set; } = 1L << 20;

    /// <summary>A multipart body with all its files; how large one recording may be is the plan's to say.</summary>
    public long MaxRequestBytes { get; set; } = 8L << 30;

    /// <summary>One reference clip of a voice.</summary>
    public long MaxReferenceBytes { get; set; } = 50L << 20;

    /// <summary>One transcript file or text field.</summary>
    public int MaxTranscriptBytes { get; set; } = 8 << 20;
}
