using RevenueModel.Tests.Architecture;
using RevenueModel.Tests.Packages;

namespace RevenueModel.Tests.Documentation;

public class LinkTests
{
    [Fact]
    public void EveryRelativeLinkHasATarget() =>
        Offenders.None(
            from page in MarkdownPage.All
            from link in page.Links
            where !IsAbsolute(link.Target) && !Exists(page, link.Target)
            select $"{page.Path}({link.Line}) links to {link.Target}, which does not exist.");

    private static bool IsAbsolute(string target) =>
        target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal);

    private static bool Exists(MarkdownPage page, string target)
    {
        string[] parts = target.Split('#', 2);
        string path = parts[0].Length == 0
            ? Repository.PathOf(page.Path)
            : Path.Combine(Repository.PathOf(page.Path), "..", Uri.UnescapeDataString(parts[0]));
        path = Path.GetFullPath(path);
        if (!Path.Exists(path))
        {
            return false;
        }

        return parts.Length == 1
            || !path.EndsWith(".md", StringComparison.Ordinal)
            || MarkdownPage.Open(Repository.Relative(path)).Anchors.Contains(parts[1]);
    }
}
