using System.Text.RegularExpressions;

namespace RevenueModel.Tests.Packages;

/// <summary>A Markdown page as a package has it: its links are absolute, or only their text is left.</summary>
public static partial class PackedPage
{
    /// <summary>Returns the page with the text of each link in place of the link.</summary>
    public static string WithoutLinks(string page) => Link().Replace(page.ReplaceLineEndings("\n"), "$1");

    // In code, "[a](b)" does not occur on the pages that are packed.
    [GeneratedRegex(@"!?\[([^\]]*)\]\([^)\s]*\)")]
    private static partial Regex Link();
}
