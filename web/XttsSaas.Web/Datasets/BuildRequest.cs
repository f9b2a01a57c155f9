namespace XttsSaas.Web.Datasets;

/// <summary>The seed decides which clips validate; the same seed on the same segments gives the same split.</summary>
public sealed record BuildRequest(int? Seed)
{
    public const int DefaultSeed = 1;
}
