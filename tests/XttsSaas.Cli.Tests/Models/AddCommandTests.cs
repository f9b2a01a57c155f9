using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Cli.Tests.Models;

public sealed class AddCommandTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Add_OfficialFolder_IsListedCheckedAndRemoved()
    {
        var added = await CommandRun.ModelsAsync("add", "small", _folder.Official, "--accept-licence", "--data", _folder.Data);
        Assert.Equal((0, ""), (added.ExitCode, added.ExitCode == 0 ? "" : added.Error));
        using (var checkpoint = CheckpointReader.Open(_folder.BaseModel("small")))
        {
            Assert.Equal(new ModelOrigin("small", "Coqui Public Model License 1.0.0", CommercialUse: false), checkpoint.Manifest.Origin);
            Assert.Contains(CheckpointFiles.Speakers, checkpoint.Manifest.Files.Keys);
        }

        var row = Assert.Single((await CommandRun.ModelsAsync("list", "--json", "--data", _folder.Data)).Json.GetProperty("models").EnumerateArray());
        Assert.Equal("small", row.GetProperty("name").GetString());
        Assert.Equal("base", row.GetProperty("kind").GetString());
        Assert.False(row.GetProperty("commercialUse").GetBoolean());
        Assert.Equal(FileDigest.Sha256(Path.Combine(_folder.BaseModel("small"), CheckpointFiles.Model)), row.GetProperty("sha256").GetString());
        Assert.InRange(row.GetProperty("bytes").GetInt64(), 16_000_000, 80_000_000);
        Assert.Contains("Coqui", (await CommandRun.ModelsAsync("list", "--data", _folder.Data)).Output, StringComparison.Ordinal);

        Assert.Equal(0, (await CommandRun.ModelsAsync("check", "small", "--data", _folder.Data)).ExitCode);
        Assert.Equal(0, (await CommandRun.ModelsAsync("remove", "small", "--data", _folder.Data)).ExitCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(_folder.BaseModel("small"))!));
        Assert.Equal(1, (await CommandRun.ModelsAsync("remove", "small", "--data", _folder.Data)).ExitCode);
    }

    [Fact]
    public async Task Add_SecondRun_SaysThatItIsThereAndClearsWhatACrashLeft()
    {
        var leftover = $"{_folder.BaseModel("small")}.{new string('a', 32)}.tmp";
        var foreign = Directory.CreateDirectory($"{_folder.BaseModel("small")}.notes.tmp").FullName;
        Directory.CreateDirectory(leftover);
        Assert.Equal(0, (await CommandRun.ModelsAsync("add", "small", _folder.Official, "--accept-licence", "--data", _folder.Data)).ExitCode);
        Assert.False(Directory.Exists(leftover));
        Assert.True(Directory.Exists(foreign));
        var again = await CommandRun.ModelsAsync("add", "small", _folder.Official, "--accept-licence", "--data", _folder.Data);
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("there already", again.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "non-commercial", "small")]
    [InlineData(2, "needs --licence", "small", "--commercial-use", "--accept-licence")]
    [InlineData(2, "no name for a model", "../up", "--accept-licence")]
    [InlineData(2, "choose another name", "xtts-mini", "--accept-licence")]
    [InlineData(2, "no SHA-256", "small", "--accept-licence", "--sha256", "abc")]
    [InlineData(1, "has the SHA-256", "small", "--accept-licence", "--sha256", "0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task Add_WithoutWhatItNeeds_SaysSoAndAddsNothing(int exitCode, string reason, string name, params string[] options)
    {
        var run = await CommandRun.ModelsAsync(["add", name, _folder.Official, "--data", _folder.Data, .. options]);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.BaseModel("small")));
    }

    [Fact]
    public async Task Add_OtherTerms_AreKept()
    {
        await CommandRun.ModelsAsync("add", "own", _folder.Official, "--accept-licence", "--licence", "house terms", "--commercial-use", "--data", _folder.Data);
        Assert.Equal(new ModelOrigin("own", "house terms", CommercialUse: true), CheckpointManifest.Load(Path.Combine(_folder.BaseModel("own"), CheckpointFiles.Manifest)).Origin);
    }

    [Fact]
    public async Task Add_CheckpointFolder_KeepsItsOriginAndBytes()
    {
        var source = BaseModels.EnsureMini(_folder.File("made"));
        Assert.Equal(0, (await CommandRun.ModelsAsync("add", "copy", source, "--data", _folder.Data)).ExitCode);
        Assert.Equal(
            File.ReadAllText(Path.Combine(source, CheckpointFiles.Manifest)),
            File.ReadAllText(Path.Combine(_folder.BaseModel("copy"), CheckpointFiles.Manifest)));
    }

    [Fact]
    public async Task Add_DamagedModel_IsRefusedAndLeavesNothing()
    {
        var model = Path.Combine(_folder.Official, "model.pth");
        File.WriteAllBytes(model, File.ReadAllBytes(model)[..^1000]);
        var run = await CommandRun.ModelsAsync("add", "small", _folder.Official, "--accept-licence", "--data", _folder.Data);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("cut off", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(_folder.BaseModel("small"))!));
    }
}
