using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace XttsSaas.Web.Portal.Tags;

/// <summary><c>&lt;moment at="…"/&gt;</c>: a point in time, in UTC until the browser rewrites it to its own zone.</summary>
[HtmlTargetElement("moment", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MomentTagHelper : TagHelper
{
    public DateTimeOffset At { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("class", "nowrap");
        output.Content.SetContent(Format.Moment(At));
    }
}
