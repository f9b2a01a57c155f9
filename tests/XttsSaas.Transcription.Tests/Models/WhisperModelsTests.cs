using XttsSaas.Audio.Tests.Fixtures;
using XttsSaas.Transcription.Models;

namespace XttsSaas.Transcription.Tests.Models;

public sealed class WhisperModelsTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Find_NothingInstalled_SaysWhereToPutAModel()
    {
        Assert.Null(WhisperModels.Find(_workspace.Folder, 1L << 40, out var reason));
        Assert.Contains("models/whisper", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_SeveralModels_TakesTheLargestThatFits()
    {
        Install("ggml-tiny.bin", 100);
        Install("ggml-base.bin", 200);
        Install("ggml-large.bin", 1000);

        Assert.Equal("base", WhisperModels.Find(_workspace.Folder, 900, out _)!.Name);
        Assert.Equal("large", WhisperModels.Find(_workspace.Folder, 9000, out _)!.Name);
        Assert.Null(WhisperModels.Find(_workspace.Folder, 90, out var reason));
        Assert.Contains("smaller", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_FileThatIsNoModel_IsPassedOver()
    {
        Install("ggml-tiny.bin", 100);
        File.WriteAllText(_workspace.PathOf("models/whisper/ggml-fake.bin"), new string('x', 500));

        Assert.Equal("tiny", WhisperModels.Find(_workspace.Folder, 1L << 40, out _)!.Name);
        File.Delete(_workspace.PathOf("models/whisper/ggml-tiny.bin"));
        Assert.Null(WhisperModels.Find(_workspace.Folder, 1L << 40, out var reason));
        Assert.Contains("not Whisper models", reason, StringComparison.Ordinal);
    }

    private void Install(string name, int bytes)
    {
        Directory.CreateDirectory(_workspace.PathOf("models/whisper"));
        _workspace.Write("models/whisper/" + name, [.. "lmgg"u8, .. new byte[bytes - 4]]);
    }
}
