namespace XttsSaas.Web.Models;

/// <summary>Bound from the configuration section <c>Models</c>.</summary>
public sealed class ModelOptions
{
    public const string Section = "Models";

    /// <summary>The base model of a voice that names none.</summary>
    public string Default { get; set; } = "xtts-mini";
}
