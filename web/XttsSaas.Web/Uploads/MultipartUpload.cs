using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace XttsSaas.Web.Uploads;

/// <summary>Reads a multipart body part by part as it arrives; nothing is buffered, so memory does not grow with the files.</summary>
public static class MultipartUpload
{
    private const int MaxBoundary = 128;
    private const int MaxFileName = 200;

    /// <summary>Why the request is no upload, or null when it can be read.</summary>
    public static ProblemResult? Check(HttpRequest request) => Boundary(request) is null
        ? new ProblemResult(
            new Error(ErrorCode.InvalidRequest, "Send the files as multipart/form-data, with a boundary in the Content-Type."),
            StatusCodes.Status415UnsupportedMediaType)
        : null;

    /// <exception cref="BadHttpRequestException">The body is cut off or no multipart body.</exception>
    public static async IAsyncEnumerable<UploadPart> ReadAsync(HttpRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = new MultipartReader(Boundary(request)!, request.Body);
        while (await NextAsync(reader, cancellationToken) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                throw new BadHttpRequestException("A part lacks its Content-Disposition.");
            var fileName = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
            yield return new UploadPart(
                HeaderUtilities.RemoveQuotes(disposition.Name).ToString(),
                fileName.HasValue ? CleanName(HeaderUtilities.RemoveQuotes(fileName).ToString()) : null,
                new PartStream(section.Body));
        }
    }

    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellationToken);
        }
        catch (Exception fault) when (PartStream.IsClientsFault(fault))
        {
            throw PartStream.CutOff(fault);
        }
    }

    private static string? Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= MaxBoundary } boundary
            ? boundary.ToString()
            : null;

    /// <summary>Browsers send paths when folders are dropped; only the last step is a name, and control characters are none.</summary>
    private static string CleanName(string raw)
    {
        var name = raw[(raw.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = string.Concat(name.Where(c => !char.IsControl(c))).Trim();
        if (clean.Length <= MaxFileName)
            return clean;
        var extension = Path.GetExtension(clean);
        return extension.Length < MaxFileName ? clean[..(MaxFileName - extension.Length)] + extension : clean[..MaxFileName];
    }
}
