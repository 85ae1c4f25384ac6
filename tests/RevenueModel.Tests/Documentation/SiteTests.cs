using System.Text.RegularExpressions;
using RevenueModel.Tests.Architecture;
using RevenueModel.Tests.Packages;

namespace RevenueModel.Tests.Documentation;

/// <summary>The list beside the pages of the site, <c>docs/toc.yml</c>, has every page.</summary>
public partial class SiteTests
{
    private static IEnumerable<string> Listed =>
        File.ReadLines(Repository.PathOf("docs", "toc.yml"))
            .Select(line => Href().Match(line))
            .Where(match => match.Success)
            .Select(match => Path.GetFullPath(Repository.PathOf("docs", match.Groups["page"].Value)))
            .Select(Repository.Relative);

    // The texts at the head of the API reference are not pages. The files in docs/site are only for the site, and the
    // templates only for GitHub.
    private static IEnumerable<string> Pages =>
        MarkdownPage.All.Select(page => page.Path)
            .Where(path => !path.StartsWith("docs/namespaces/", StringComparison.Ordinal)
                && !path.StartsWith("docs/site/", StringComparison.Ordinal)
                && !path.Contains("TEMPLATE", StringComparison.Ordinal));

    [Fact]
    public void EveryPageIsInTheList() => Offenders.None(Pages.Except(Listed));

    [Fact]
    public void EveryPageStartsWithAHeading() =>
        Offenders.None(Pages.Where(page =>
            !File.ReadLines(Repository.PathOf(page)).FirstOrDefault("").StartsWith("# ", StringComparison.Ordinal)));

    [Fact]
    public void NoPageIsInTheListTwice() =>
        Offenders.None(Listed.GroupBy(path => path).Where(group => group.Count() > 1).Select(group => group.Key));

    [GeneratedRegex(@"^\s*(- )?href: (?<page>\S+)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Href();
}
