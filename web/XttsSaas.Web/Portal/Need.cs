namespace XttsSaas.Web.Portal;

/// <summary>Something only a person can move on; <paramref name="Tone"/> is the badge's class.</summary>
public sealed record Need(string Kind, string Tone, string Title, string Address, string Reason);
