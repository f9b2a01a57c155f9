using System.Security.Cryptography;
using XttsSaas.Xtts.Checkpoints;

namespace XttsSaas.Cli.Tests.Models;

public sealed class DownloadTests : IDisposable
{
    private readonly DataFolder _folder = new();

    private string Downloads => Path.Combine(_folder.Data, "models", "downloads", "small");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Add_ConnectionBreaks_GoesOnWhereItWas()
    {
        await using var server = await FlakyServer.StartAsync(_folder.Official, breaks: 1);
        var digest = Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(_folder.Official, "model.pth"))));
        var run = await AddAsync(new Uri(server.Address, "/model/"), "--sha256", digest);
        Assert.Equal((0, ""), (run.ExitCode, run.ExitCode == 0 ? "" : run.Error));
        Assert.Equal("-", server.Ranges[0]);
        Assert.Matches(@"^bytes=[1-9]\d*-$", server.Ranges[1]);
        Assert.Equal(2, server.Ranges.Count);
        using var checkpoint = CheckpointReader.Open(_folder.BaseModel("small"));
        Assert.False(Directory.Exists(Downloads));
    }

    [Fact]
    public async Task Add_WrongDigest_DeletesWhatCame()
    {
        await using var server = await FlakyServer.StartAsync(_folder.Official, breaks: 0);
        var run = await AddAsync(new Uri(server.Address, "/model/model.pth"), "--sha256", new string('0', 64));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("it was deleted", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(Downloads), path => Path.GetFileName(path).StartsWith("model.pth", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Add_PartOfAnotherVersion_BeginsAgain()
    {
        Directory.CreateDirectory(Downloads);
        File.WriteAllText(Path.Combine(Downloads, "model.pth.part"), "old bytes");
        File.WriteAllText(Path.Combine(Downloads, "model.pth.part.etag"), "\"old\"");
        await using var server = await FlakyServer.StartAsync(_folder.Official, breaks: 0);
        Assert.Equal(0, (await AddAsync(new Uri(server.Address, "/model/"))).ExitCode);
        Assert.Equal(["bytes=9-"], server.Ranges);
        using var checkpoint = CheckpointReader.Open(_folder.BaseModel("small"));
    }

    [Theory]
    [InlineData("/loop/model.pth", "redirects too often")]
    [InlineData("/nothing/model.pth", "does not exist")]
    public async Task Add_AddressWithoutTheModel_SaysWhy(string path, string reason)
    {
        await using var server = await FlakyServer.StartAsync(_folder.Official, breaks: 0);
        var run = await AddAsync(new Uri(server.Address, path));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    private Task<CommandRun> AddAsync(Uri address, params string[] options) =>
        CommandRun.ModelsAsync(["add", "small", address.ToString(), "--accept-licence", "--data", _folder.Data, .. options]);
}
