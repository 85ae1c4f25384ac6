using System.Text.RegularExpressions;
using RevenueModel.Tests.Architecture;
using RevenueModel.Tests.Packages;

namespace RevenueModel.Tests.Documentation;

/// <summary>
/// The diagram of rooms and engines in <c>CONTRIBUTING.md</c> is equal to the dependencies in the sources.
/// </summary>
public partial class DiagramTests
{
    private const string Companion = "RevenueModel.";

    private static readonly string[] Lines =
        MarkdownPage.Open("CONTRIBUTING.md").Blocks.Single(block => block.Language == "mermaid").Text.Split('\n');

    private static readonly ILookup<string, string> Arrows = Lines
        .Select(line => Arrow().Match(line))
        .Where(match => match.Success)
        .ToLookup(match => match.Groups["from"].Value, match => match.Groups["to"].Value);

    private static IEnumerable<string> Boxes =>
        Lines.SelectMany(line => Box().Matches(line)).Select(box => box.Value.Trim()).Distinct();

    private static IEnumerable<string> Rooms =>
        Directory.GetDirectories(Repository.PathOf("src", "RevenueModel"))
            .Select(folder => Path.GetFileName(folder))
            .Where(room => Architecture.Rooms.InOrder.Contains(room));

    private static IEnumerable<string> Companions =>
        Repository.Packages.Where(name => name != "RevenueModel").Select(name => name[Companion.Length..]);

    [Fact]
    public void EachRoomAndCompanionIsABox() =>
        Assert.Equal(Rooms.Concat(Companions).Order(StringComparer.Ordinal), Boxes.Order(StringComparer.Ordinal));

    [Fact]
    public void EachArrowIsAUse() =>
        Offenders.None(
            from box in Boxes
            from other in Arrows[box].Except(UsedBy(box))
            select $"{box} --> {other}");

    [Fact]
    public void EachUseFollowsFromTheArrows() =>
        Offenders.None(
            from box in Boxes
            from other in UsedBy(box).Except(Below(box))
            select $"{box} uses {other}");

    [Fact]
    public void NoArrowFollowsFromOthers() =>
        Offenders.None(
            from box in Boxes
            from other in Arrows[box]
            where Arrows[box].Any(between => Below(between).Contains(other))
            select $"{box} --> {other}");

    [Fact]
    public void EachNamedClassIsInTheEngineOfItsRoom() =>
        Offenders.None(
            from line in Lines
            let label = Label().Match(line)
            where label.Success
            from name in label.Groups["classes"].Value.Split(", ")
            where !SourcesOf(label.Groups["box"].Value).Any(file =>
                file.Contains("/Engine/", StringComparison.Ordinal)
                && file.EndsWith($"/{name}.cs", StringComparison.Ordinal))
            select $"{label.Groups["box"].Value}: {name}");

    private static HashSet<string> Below(string box) =>
        [.. Arrows[box], .. Arrows[box].SelectMany(Below)];

    // A name in a documentation comment is not a use.
    private static IEnumerable<string> UsedBy(string box) =>
        SourcesOf(box)
            .SelectMany(file => File.ReadLines(Repository.PathOf(file)))
            .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            .SelectMany(line => Namespace().Matches(line))
            .Select(match => match.Groups["room"].Value)
            .Where(room => room != box && Rooms.Contains(room))
            .Distinct();

    private static IEnumerable<string> SourcesOf(string box) =>
        Companions.Contains(box)
            ? Repository.SourcesOf(Companion + box).Select(Repository.Relative)
            : Repository.FilesUnder(Repository.PathOf("src", "RevenueModel", box), "*.cs").Select(Repository.Relative);

    [GeneratedRegex(@"^\s*(?<from>\w+)(\["".*""\])? --> (?<to>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"^\s+\w+(?=\[| -->|$)|(?<=--> )\w+")]
    private static partial Regex Box();

    [GeneratedRegex(@"^\s*(?<box>\w+)\["".*<br>(?<classes>[^""]+)""\]", RegexOptions.ExplicitCapture)]
    private static partial Regex Label();

    [GeneratedRegex(@"\bRevenueModel\.(?<room>[A-Z]\w*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Namespace();
}
