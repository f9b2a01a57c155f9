using System.Net.Http.Headers;
using XttsSaas.Xtts.Checkpoints;

namespace XttsSaas.Cli.Models.Downloads;

/// <summary>A file that is being fetched, and the version of which it is a part.</summary>
internal sealed class PartialFile(string target)
{
    private readonly string _versionPath = target + ".part.etag";

    public string Path { get; } = target + ".part";

    public long Length => File.Exists(Path) ? new FileInfo(Path).Length : 0;

    /// <summary>The server's strong entity tag; null where nothing can be taken up again.</summary>
    public EntityTagHeaderValue? Version =>
        Length > 0 && File.Exists(_versionPath) && EntityTagHeaderValue.TryParse(File.ReadAllText(_versionPath), out var version) ? version : null;

    /// <summary>Begins with nothing; a weak tag does not promise the same bytes.</summary>
    public void Restart(EntityTagHeaderValue? version)
    {
        File.Delete(Path);
        if (version is { IsWeak: false })
            File.WriteAllText(_versionPath, version.ToString());
        else
            File.Delete(_versionPath);
    }

    public FileStream Append() => new(Path, FileMode.Append, FileAccess.Write, FileShare.None);

    /// <summary>Gives the file its name, if it is the right one.</summary>
    public void Complete(string? sha256)
    {
        if (sha256 is not null && FileDigest.Sha256(Path) is var actual && actual != sha256)
        {
            Restart(null);
            throw new ModelCommandException($"What was fetched as {target} has the SHA-256 {actual}, not {sha256}; it was deleted. The address or the digest is wrong.", ExitCodes.Failed);
        }
        File.Move(Path, target, overwrite: true);
        File.Delete(_versionPath);
    }
}
