namespace XttsSaas.Web.Portal;

/// <summary>
/// Names the portal's texts: the English text is the key, PortalText.{language}.resx holds each translation, and a
/// text without one is shown in English.
/// </summary>
public sealed class PortalText;
