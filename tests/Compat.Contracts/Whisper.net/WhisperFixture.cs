namespace Compat.Contracts.Whisper;

/// <summary>The tiny model as a file, and whether the native library is there at all.</summary>
public sealed class WhisperFixture : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("whisper-").FullName;

    public WhisperFixture() => TinyWhisper.Write(ModelPath);

    public string ModelPath => Path.Combine(_folder, "ggml-tiny-test.bin");

    public string TextFile
    {
        get
        {
            var path = Path.Combine(_folder, "text.bin");
            File.WriteAllText(path, "this is no model");
            return path;
        }
    }

    /// <summary>The real package brings its own library; the stand-in's is built by a script.</summary>
    public static void RequireNativeLibrary()
    {
        string[] places = ["libwhispershim.so", "runtimes"];
        Assert.SkipUnless(
            places.Any(place => Path.Exists(Path.Combine(AppContext.BaseDirectory, place))),
            "libwhispershim.so is not built; run ./xtts setup (or src/compat/Whisper.net/build-native.sh) and build again.");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
