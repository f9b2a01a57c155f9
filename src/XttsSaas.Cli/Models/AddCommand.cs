using System.CommandLine;
using XttsSaas.Cli.Hosting;
using XttsSaas.Cli.Models.Downloads;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Cli.Models;

/// <summary>
/// <c>models add</c>: terms → name's lock → there already? → download → digest → conversion → folder. Stopped anywhere, it goes on where it
/// was when it is run again; the folder appears whole at the end.
/// </summary>
internal static class AddCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "What the model is to be called." };
    private static readonly Argument<string> Source = new("PATH|URL") { Description = "A folder with model.pth, config.json, vocab.json; the model file in it; a checkpoint folder; or the address of either of the first two." };
    private static readonly Option<string?> Licence = new("--licence") { Description = "Terms of the weights, where they are not the published ones." };
    private static readonly Option<bool> CommercialUse = new("--commercial-use") { Description = "These terms allow charging for speech." };
    private static readonly Option<bool> Accepted = new("--accept-licence") { Description = "The terms were read and are accepted." };
    private static readonly Option<string?> Sha256 = new("--sha256") { Description = "Digest that the model file must have." };
    private static readonly Option<string> Data = ShellOptions.Data();

    public static Command Create()
    {
        var command = new Command("add", "Install a base model from files or an address.") { Name, Source, Licence, CommercialUse, Accepted, Sha256, Data };
        command.SetAction((parsed, cancellationToken) => ModelsCommand.RunAsync(parsed, () => RunAsync(parsed, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (name, source, folders) = (parsed.GetValue(Name)!, parsed.GetValue(Source)!, new ModelFolders(parsed.GetValue(Data)!));
        var target = folders.BaseModel(name);
        if (name == BaseModels.MiniName)
            throw new ModelCommandException($"{name} is the model that the platform makes itself; choose another name.", ExitCodes.WrongUsage);
        var digest = Digest(parsed.GetValue(Sha256));
        var ours = File.Exists(Path.Combine(source, CheckpointFiles.Manifest));
        var origin = ours && CheckpointManifest.Load(Path.Combine(source, CheckpointFiles.Manifest)).Origin is { CommercialUse: true } free
            ? free
            : ModelLicence.Decide(name, parsed.GetValue(Licence), parsed.GetValue(CommercialUse), parsed.GetValue(Accepted));
        var output = parsed.InvocationConfiguration.Output;

        using var held = Hold(folders, name);
        if (Directory.Exists(target))
        {
            await output.WriteLineAsync($"{name} is there already: {target}");
            return ExitCodes.Done;
        }
        foreach (var leftover in folders.Leftovers(name).ToList())
            Directory.Delete(leftover, recursive: true);

        if (ours)
            await ModelImport.CheckpointAsync(parsed, source, target, cancellationToken);
        else
            await ModelImport.OfficialAsync(parsed, await FilesAsync(parsed, folders, name, source, digest, cancellationToken), origin, target, cancellationToken);
        if (Directory.Exists(folders.Downloads(name)))
            Directory.Delete(folders.Downloads(name), recursive: true);
        await output.WriteLineAsync($"Added {name}: {target}");
        return ExitCodes.Done;
    }

    private static async Task<OfficialFiles> FilesAsync(ParseResult parsed, ModelFolders folders, string name, string source, string? digest, CancellationToken cancellationToken)
    {
        if (Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return await OfficialDownload.RunAsync(parsed, address!, folders.Downloads(name), digest, cancellationToken);
        var files = OfficialFiles.Find(source);
        if (digest is not null && FileDigest.Sha256(files.Model) is var actual && actual != digest)
            throw new ModelCommandException($"{files.Model} has the SHA-256 {actual}, not {digest}; it is another file or damaged.", ExitCodes.Failed);
        return files;
    }

    private static string? Digest(string? text) =>
        text is null || (text.Length == 64 && text.All(char.IsAsciiHexDigit))
            ? text?.ToLowerInvariant()
            : throw new ModelCommandException($"'{text}' is no SHA-256: 64 hexadecimal digits are needed.", ExitCodes.WrongUsage);

    /// <summary>One run per name at a time; the operating system lets go when a process dies.</summary>
    private static FileStream Hold(ModelFolders folders, string name)
    {
        Directory.CreateDirectory(folders.Base);
        try
        {
            return new FileStream(Path.Combine(folders.Base, $".{name}.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException)
        {
            throw new ModelCommandException($"{name} is being added by another process.", ExitCodes.Failed);
        }
    }
}
