namespace XttsSaas.Web.Uploads;

/// <summary>
/// One part of a multipart body. <paramref name="Name"/> is the form field; <paramref name="FileName"/> is null for a
/// plain field and never has a folder in it. The content must be read before the next part is asked for.
/// </summary>
public sealed record UploadPart(string Name, string? FileName, Stream Content);
