using RevenueModel.Tests.Architecture;

namespace RevenueModel.Tests.Documentation;

/// <summary>
/// Each example in a documentation comment compiles and runs, and prints what its comments state:
/// <c>Console.WriteLine(due); // 140</c>.
/// </summary>
public class ExampleTests
{
    private const int MostLines = 12;

    public static TheoryData<string> EachExample => [.. DocExample.All.Select(example => example.ToString())];

    [Theory, MemberData(nameof(EachExample))]
    public void ExamplePrintsWhatItsCommentsState(string name)
    {
        DocExample example = DocExample.All.First(found => found.ToString() == name);
        var snippet = new Snippet(example.Block);
        Offenders.None(snippet.Errors);
        string[] printed = snippet.Run().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(example.Expected, printed);
    }

    [Fact]
    public void EachPrintedLineIsStatedInAComment() =>
        Offenders.None(
            from example in DocExample.All
            from print in example.PrintsWithoutComment
            select $"{example}: {print}");

    [Fact]
    public void EachExampleShowsItsResult() =>
        Offenders.None(
            from example in DocExample.All
            where example.Expected.Count == 0
            select $"{example} prints nothing.");

    [Fact]
    public void ExamplesHaveAtMost12Lines() =>
        Offenders.None(
            from example in DocExample.All
            where example.LineCount > MostLines
            select $"{example}: {example.LineCount} lines");

    [Fact]
    public void EachCalculatorHasAnExample()
    {
        HashSet<string> shown = [.. DocExample.All.Select(example => example.Member.TypeName)];
        Offenders.None(
            from member in PublicSurface.All
            where member.TypeName.EndsWith("Calculator", StringComparison.Ordinal) || member.TypeName == "CrmImporter"
            where !shown.Contains(member.TypeName)
            select member.TypeName);
    }

    // One example serves all overloads of a method.
    [Fact]
    public void OnlyTheFirstOverloadHasAnExample() =>
        Offenders.None(
            from member in PublicSurface.All
            group member by (member.Namespace, member.TypeName, member.Symbol.Name) into overloads
            from later in overloads.Skip(1)
            where later.Has("example")
            select $"{later} has an example, and is not the first overload.");
}
