namespace XttsSaas.Web.Models;

/// <summary>A base model that is installed, and whether its licence allows charging for speech made with it.</summary>
public sealed record ModelResponse(string Name, string Licence, bool CommercialUse, IReadOnlyList<string> Languages, bool Default);
