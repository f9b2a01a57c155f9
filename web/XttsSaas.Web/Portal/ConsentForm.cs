using XttsSaas.Abstractions.Voices;

namespace XttsSaas.Web.Portal;

/// <summary>Who allowed a voice to be cloned, and in which words.</summary>
public sealed class ConsentForm
{
    public string? SpeakerName { get; set; }

    public string? Statement { get; set; }

    public ConsentStatement ToStatement(UserId recordedBy, DateTimeOffset now) =>
        new(SpeakerName?.Trim() ?? string.Empty, Statement?.Trim() ?? string.Empty, recordedBy, now);
}
