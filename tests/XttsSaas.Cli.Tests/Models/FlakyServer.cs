using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace XttsSaas.Cli.Tests.Models;

/// <summary>Serves a folder with entity tags and ranges; the first answers for the model break off half-way.</summary>
internal sealed class FlakyServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;
    private int _breaks;

    private FlakyServer(string folder, int breaks)
    {
        (_folder, _breaks) = (folder, breaks);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapGet("/model/{file}", AnswerAsync);
        _app.MapGet("/loop/{file}", (string file) => Results.Redirect($"/loop/{file}"));
    }

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Range headers of the requests for the model, in order; "-" where there was none.</summary>
    public List<string> Ranges { get; } = [];

    public static async Task<FlakyServer> StartAsync(string folder, int breaks)
    {
        var server = new FlakyServer(folder, breaks);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> AnswerAsync(string file, HttpContext context)
    {
        var path = Path.Combine(_folder, file);
        if (!File.Exists(path))
            return Results.NotFound();
        var version = new EntityTagHeaderValue($"\"{new FileInfo(path).Length}\"");
        if (file != "model.pth")
            return Results.File(path, entityTag: version);
        Ranges.Add(context.Request.Headers.Range is [{ } range] ? range : "-");
        if (_breaks-- <= 0)
            return Results.File(path, entityTag: version, enableRangeProcessing: true);

        var bytes = await File.ReadAllBytesAsync(path);
        context.Response.ContentLength = bytes.Length;
        context.Response.Headers.ETag = version.ToString();
        await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
        await context.Response.Body.FlushAsync();
        context.Abort();
        return Results.Empty;
    }
}
