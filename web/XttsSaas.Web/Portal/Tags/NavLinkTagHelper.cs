using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace XttsSaas.Web.Portal.Tags;

/// <summary><c>&lt;nav-link href icon&gt;words&lt;/nav-link&gt;</c>: marks itself as current on its page and those below.</summary>
[HtmlTargetElement("nav-link")]
public sealed class NavLinkTagHelper : TagHelper
{
    public string Href { get; set; } = string.Empty;

    public string Icon { get; set; } = string.Empty;

    /// <summary>A second address whose pages belong to this link.</summary>
    public string? Also { get; set; }

    /// <summary>Only the very page counts, not those below.</summary>
    public bool Exact { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync(HtmlEncoder.Default);
        output.TagName = "a";
        output.Attributes.SetAttribute("href", Href);
        if (IsCurrent(ViewContext.HttpContext.Request.Path))
            output.Attributes.SetAttribute("aria-current", "page");
        output.Content.AppendHtml($"<svg class=\"icon\" aria-hidden=\"true\"><use href=\"/icons.svg#{Icon}\"></use></svg><span>");
        output.Content.AppendHtml(words);
        output.Content.AppendHtml("</span>");
    }

    private bool IsCurrent(PathString path) =>
        Exact ? path.Value?.TrimEnd('/') == Href : path.StartsWithSegments(Href) || (Also is not null && path.StartsWithSegments(Also));
}
