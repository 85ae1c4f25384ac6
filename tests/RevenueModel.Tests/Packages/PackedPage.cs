using System.Text.RegularExpressions;

namespace RevenueModel.Tests.Packages;

/// <summary>A Markdown page as it is packed: links are absolute, or replaced by their text.</summary>
public static partial class PackedPage
{
    /// <summary>Returns the page with the text of each link in place of the link.</summary>
    public static string WithoutLinks(string page) => Link().Replace(page.ReplaceLineEndings("\n"), "$1");

    // The packed pages have no "[a](b)" in code.
    [GeneratedRegex(@"!?\[([^\]]*)\]\([^)\s]*\)")]
    private static partial Regex Link();
}
