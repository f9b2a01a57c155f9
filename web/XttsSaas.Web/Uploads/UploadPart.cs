namespace XttsSaas.Web.Uploads;

/// <summary>
/// One part of a multipart body. <paramref name="Name"/> is the form field; <paramref name="FileName"/> is null for a
/// plain field and never has a folder in it. The content must be read before the next part is asked for.
/// </summary>
public sealed record UploadPart(string Name, string? FileName, Stream Content)
{
    private const int ChunkBytes = 16 * 1024;

    /// <summary>The whole content, or null when it has more than <paramref name="maxBytes"/>.</summary>
    public async Task<byte[]?> ReadAllAsync(int maxBytes, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        var chunk = new byte[ChunkBytes];
        int read;
        while ((read = await Content.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (whole.Length + read > maxBytes)
                return null;
            whole.Write(chunk, 0, read);
        }
        return whole.ToArray();
    }
}
