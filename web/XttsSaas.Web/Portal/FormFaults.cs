using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace XttsSaas.Web.Portal;

/// <summary>Puts an expected failure beside the field of the page's form that caused it, or above the form.</summary>
public static class FormFaults
{
    /// <summary>The prefix of the fields of every page's form model.</summary>
    public const string Prefix = "Input";

    /// <summary>True when there is no error; otherwise its words are in the model state and the page is shown again.</summary>
    public static bool Accepts(this ModelStateDictionary modelState, Error? error)
    {
        if (error is null)
            return true;
        var key = error.Field is null ? string.Empty : $"{Prefix}.{error.Field}";
        modelState.AddModelError(modelState.ContainsKey(key) ? key : string.Empty, error.Message);
        return false;
    }
}
