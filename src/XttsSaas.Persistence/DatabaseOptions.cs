namespace XttsSaas.Persistence;

/// <summary>Which database. Bound from the configuration section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    public DatabaseProvider Provider { get; set; }

    /// <summary>An ADO.NET connection string for the provider.</summary>
    public string ConnectionString { get; set; } = string.Empty;
}
