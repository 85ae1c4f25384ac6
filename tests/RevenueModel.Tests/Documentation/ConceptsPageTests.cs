using System.Text.RegularExpressions;
using RevenueModel.Tests.Architecture;
using RevenueModel.Tests.Packages;

namespace RevenueModel.Tests.Documentation;

/// <summary>The diagrams and the text of the concepts page name types and members that exist.</summary>
public partial class ConceptsPageTests
{
    private const string Path = "docs/concepts.md";

    public static TheoryData<int> EachDiagram =>
        [.. MarkdownPage.Open(Path).Blocks.Where(block => block.Language == "mermaid").Select(block => block.Line)];

    [Theory, MemberData(nameof(EachDiagram))]
    public void EachLabelOfADiagramIsATypeOrAMember(int line)
    {
        string diagram = MarkdownPage.Open(Path).Blocks.Single(block => block.Line == line).Text;
        List<string> names =
            [.. Label().Matches(diagram).SelectMany(label => label.Groups["text"].Value.Split("<br/>"))];
        Assert.NotEmpty(names);
        Offenders.None(names.Where(name => !PublicNames.Exists(name)));
    }

    [Theory, MemberData(nameof(EachDiagram))]
    public void EachNodeOfADiagramIsLabeledOnce(int line)
    {
        string diagram = MarkdownPage.Open(Path).Blocks.Single(block => block.Line == line).Text;
        List<string> labeled = [.. Labeled().Matches(diagram).Select(node => node.Groups["node"].Value)];
        IEnumerable<string> used = diagram.Split('\n').Skip(1)
            .SelectMany(row => row.Split("-->"))
            .Select(node => node.Trim().Split('[', '(')[0])
            .Distinct(StringComparer.Ordinal);
        Assert.Equal(labeled.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EachMemberNamedInTheTextExists() =>
        Offenders.None(
            from match in Member().Matches(File.ReadAllText(Repository.PathOf(Path)))
            let name = match.Groups["name"].Value
            where PublicNames.StartsWithType(name) && !PublicNames.Exists(name)
            select name);

    [GeneratedRegex(@"\[""(?<text>[^""]+)""\]", RegexOptions.ExplicitCapture)]
    private static partial Regex Label();

    [GeneratedRegex(@"(?<node>\w+)\(?\[""", RegexOptions.ExplicitCapture)]
    private static partial Regex Labeled();

    [GeneratedRegex(@"`(?<name>[A-Z]\w*\.[A-Z]\w*)[`(]", RegexOptions.ExplicitCapture)]
    private static partial Regex Member();
}
