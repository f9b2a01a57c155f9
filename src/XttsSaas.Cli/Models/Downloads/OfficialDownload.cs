using System.CommandLine;
using XttsSaas.Xtts.Checkpoints;

namespace XttsSaas.Cli.Models.Downloads;

/// <summary>Fetches a published model: the model file and, from beside it, what belongs to it.</summary>
internal static class OfficialDownload
{
    private const string ModelName = "model.pth";
    private const int MostRedirects = 5;
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(30);

    /// <param name="address">The model file, or its folder (ending with a slash).</param>
    /// <param name="digest">SHA-256 of the model file; null where it is not known.</param>
    public static async Task<OfficialFiles> RunAsync(ParseResult parsed, Uri address, string folder, string? digest, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var model = address.Segments[^1].EndsWith('/') ? ModelName : Uri.UnescapeDataString(address.Segments[^1]);
        var local = model.EndsWith(".safetensors", StringComparison.Ordinal) ? "model.safetensors" : ModelName;
        // Redirects from https to http are never followed.
        using var http = new HttpClient(new SocketsHttpHandler { MaxAutomaticRedirections = MostRedirects, ConnectTimeout = ConnectTimeout }) { Timeout = Timeout.InfiniteTimeSpan };
        var download = new ResumableDownload(http, TimeProvider.System);
        await WorkProgress.RunAsync(parsed, async context =>
        {
            // The small files first: an address without them is noticed before gigabytes are fetched.
            foreach (var (name, required) in OfficialFiles.Companions)
                await FetchAsync(name, name, required, null);
            await FetchAsync(model, local, required: true, digest);
            return true;

            async Task FetchAsync(string remote, string file, bool required, string? sha256)
            {
                var bar = context.Bar(file, 1);
                var there = await download.FetchAsync(Sibling(address, remote), Path.Combine(folder, file), sha256, (done, total) =>
                {
                    bar.MaxValue = Math.Max(1, total);
                    bar.Value = done;
                }, cancellationToken);
                if (!there && required)
                    throw new ModelCommandException($"{Sibling(address, remote)} does not exist; a model needs it.", ExitCodes.Failed);
                bar.StopTask();
            }
        });
        return OfficialFiles.Find(Path.Combine(folder, local));
    }

    private static Uri Sibling(Uri address, string name)
    {
        var path = address.AbsolutePath;
        return new UriBuilder(address) { Path = path[..(path.LastIndexOf('/') + 1)] + Uri.EscapeDataString(name), Query = address.Query }.Uri;
    }
}
