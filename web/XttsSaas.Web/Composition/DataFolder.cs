namespace XttsSaas.Web.Composition;

/// <summary>
/// Where everything durable lies: database, blobs, models and keys. From <c>Data:Root</c>, else <c>--data</c>, else the
/// variable XTTS_DATA, else <c>data</c> in the working folder.
/// </summary>
public sealed record DataFolder(string Root)
{
    public const string Setting = "Data:Root";
    public const string Option = "data";
    public const string Variable = "XTTS_DATA";

    public string Database => Path.Combine(Root, "platform.db");

    public string Blobs => Path.Combine(Root, "blobs");

    public string Models => Path.Combine(Root, "models");

    public string Keys => Path.Combine(Root, "keys");

    /// <summary>Made when missing, for its owner only: it holds customers' voices.</summary>
    public static DataFolder Open(IConfiguration configuration)
    {
        var root = Path.GetFullPath(configuration[Setting] ?? configuration[Option] ?? configuration[Variable] ?? "data");
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(root);
        else
            Directory.CreateDirectory(root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new DataFolder(root);
    }
}
