using System.Net;
using System.Net.Http.Headers;
using XttsSaas.Xtts.Checkpoints;

namespace XttsSaas.Cli.Models.Downloads;

/// <summary>
/// Fetches one file so that an interruption costs nothing:
/// <code>
/// FILE.part grows; FILE.part.etag says of which version → fsync → digest → FILE
/// </code>
/// A part goes on only where the server confirms the same version (If-Range); otherwise it begins again. A connection that breaks is
/// taken up at once as long as each attempt brings something.
/// </summary>
internal sealed class ResumableDownload(HttpClient http, TimeProvider time)
{
    private const int FruitlessAttempts = 3;
    private const int BufferBytes = 1 << 17;
    private const long MostBytes = 64L << 30;
    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(60);

    /// <param name="report">Bytes that are here, bytes in all.</param>
    /// <returns>False when the server has no such file.</returns>
    /// <exception cref="ModelCommandException">The server refuses, the disk is too small or the digest is another.</exception>
    public async Task<bool> FetchAsync(Uri address, string path, string? sha256, Action<long, long> report, CancellationToken cancellationToken)
    {
        if (File.Exists(path))
            return true;
        var part = new PartialFile(path);
        for (var fruitless = 0; ;)
        {
            var before = part.Length;
            try
            {
                if (!await ContinueAsync(address, part, report, cancellationToken))
                    return false;
                part.Complete(sha256);
                return true;
            }
            catch (Exception fault) when (IsBrokenConnection(fault) && !cancellationToken.IsCancellationRequested)
            {
                fruitless = part.Length > before ? 0 : fruitless + 1;
                if (fruitless == FruitlessAttempts)
                    throw new ModelCommandException($"{address} cannot be fetched: {fault.Message} Run this again to go on at {part.Length / 1e6:N1} MB.", ExitCodes.Failed);
            }
        }
    }

    private async Task<bool> ContinueAsync(Uri address, PartialFile part, Action<long, long> report, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (part.Version is { } version)
        {
            request.Headers.Range = new RangeHeaderValue(part.Length, null);
            request.Headers.IfRange = new RangeConditionHeaderValue(version);
        }
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var watch = time.CreateTimer(_ => patience.Cancel(), null, Stall, Timeout.InfiniteTimeSpan);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        switch (response.StatusCode)
        {
            case HttpStatusCode.NotFound:
                return false;
            case HttpStatusCode.PartialContent when response.Content.Headers.ContentRange?.From == part.Length:
                break;
            case HttpStatusCode.OK:
                part.Restart(response.Headers.ETag);
                break;
            case HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable:
                part.Restart(null);
                throw new HttpRequestException("The server does not continue where it was asked to.");
            default:
                throw new ModelCommandException($"{response.RequestMessage!.RequestUri} answers {(int)response.StatusCode} {response.ReasonPhrase}{Explain(response.StatusCode)}.", ExitCodes.Failed);
        }
        var left = response.Content.Headers.ContentLength;
        FreeSpace.Require(Path.GetDirectoryName(part.Path)!, left ?? 0, "The download");
        var total = part.Length + (left ?? 0);
        await using (var stream = part.Append())
        {
            await using var body = await response.Content.ReadAsStreamAsync(patience.Token);
            var buffer = new byte[BufferBytes];
            for (int read; (read = await body.ReadAsync(buffer, patience.Token)) > 0;)
            {
                await stream.WriteAsync(buffer.AsMemory(0, read), patience.Token);
                watch.Change(Stall, Timeout.InfiniteTimeSpan);
                report(stream.Position, Math.Max(total, stream.Position));
                if (stream.Position > MostBytes)
                    throw new ModelCommandException($"{address} does not end; more than {MostBytes >> 30} GiB came.", ExitCodes.Failed);
            }
            stream.Flush(flushToDisk: true);
        }
        if (left is not null && part.Length != total)
            throw new HttpRequestException($"The connection ended after {part.Length} of {total} bytes.");
        return true;
    }

    private static bool IsBrokenConnection(Exception fault) => fault is HttpRequestException or IOException or OperationCanceledException;

    private static string Explain(HttpStatusCode status) => (int)status is >= 300 and < 400
        ? ": it redirects too often, or from https to http"
        : status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden ? ": fetch the file by hand and add it by its path" : "";
}
