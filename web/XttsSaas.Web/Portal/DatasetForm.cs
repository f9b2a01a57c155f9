namespace XttsSaas.Web.Portal;

/// <summary>What a new dataset needs.</summary>
public sealed class DatasetForm
{
    public string? Name { get; set; }

    public string Language { get; set; } = PortalLanguages.Default;
}
