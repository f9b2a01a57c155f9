namespace XttsSaas.Web.Portal;

/// <summary>What a new voice needs.</summary>
public sealed class VoiceForm
{
    public string? Name { get; set; }

    public string Language { get; set; } = PortalLanguages.Default;

    public string? BaseModel { get; set; }

    public string? SpeakerName { get; set; }

    public string? Statement { get; set; }
}
