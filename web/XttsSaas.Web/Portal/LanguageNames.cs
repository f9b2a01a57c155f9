using System.Collections.Frozen;
using Microsoft.AspNetCore.Mvc.Rendering;
using XttsSaas.Domain.Languages;

namespace XttsSaas.Web.Portal;

/// <summary>Names for the codes of <see cref="SpokenLanguages"/>, each in the language itself.</summary>
public static class LanguageNames
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["ar"] = "العربية",
        ["cs"] = "Čeština",
        ["de"] = "Deutsch",
        ["en"] = "English",
        ["es"] = "Español",
        ["fr"] = "Français",
        ["hi"] = "हिन्दी",
        ["hu"] = "Magyar",
        ["it"] = "Italiano",
        ["ja"] = "日本語",
        ["ko"] = "한국어",
        ["nl"] = "Nederlands",
        ["pl"] = "Polski",
        ["pt"] = "Português",
        ["ru"] = "Русский",
        ["tr"] = "Türkçe",
        ["zh-cn"] = "中文",
    }.ToFrozenDictionary();

    public static string Of(string code) => Names.GetValueOrDefault(code, code);

    /// <summary>All spoken languages as the options of a select.</summary>
    public static IEnumerable<SelectListItem> Options() => SpokenLanguages.All.Select(code => new SelectListItem($"{Of(code)} ({code})", code));
}
