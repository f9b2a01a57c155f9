using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace XttsSaas.Web.Portal.Tags;

/// <summary>
/// <c>&lt;field for="Name" label="…" hint="…"&gt;control&lt;/field&gt;</c>: label, control, hint and the error in
/// words beside it, tied together for screen readers.
/// </summary>
[HtmlTargetElement("field")]
public sealed class FieldTagHelper : TagHelper
{
    [HtmlAttributeName("for")]
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = string.Empty;

    public string? Hint { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var id = TagBuilder.CreateSanitizedId(For.Name, "_");
        var control = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "field");
        output.Content.AppendHtml(Element("label", null, Label, ("for", id)));
        output.Content.AppendHtml(control);
        if (Hint is not null)
            output.Content.AppendHtml(Element("span", "hint", Hint, ("id", $"{id}-hint")));
        if (ViewContext.ModelState.TryGetValue(For.Name, out var entry) && entry.Errors.Count > 0)
            output.Content.AppendHtml(Element("span", "error", entry.Errors[0].ErrorMessage, ("id", $"{id}-error"), ("role", "alert")));
    }

    private static TagBuilder Element(string name, string? cssClass, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        var tag = new TagBuilder(name);
        if (cssClass is not null)
            tag.AddCssClass(cssClass);
        foreach (var attribute in attributes)
            tag.Attributes[attribute.Name] = attribute.Value;
        tag.InnerHtml.Append(text);
        return tag;
    }
}
