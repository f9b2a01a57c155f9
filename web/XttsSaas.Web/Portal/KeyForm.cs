namespace XttsSaas.Web.Portal;

/// <summary>What a new API key needs.</summary>
public sealed class KeyForm
{
    public string? Name { get; set; }
}
