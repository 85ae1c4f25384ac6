using RevenueModel.Tests.Architecture;
using RevenueModel.Tests.Packages;

namespace RevenueModel.Tests.Documentation;

/// <summary>The page of published figures is what its sample prints.</summary>
public class PublishedPageTests
{
    private const string Page = "docs/published.md";
    private const string Sample = "docs/samples/published.cs";

    [Fact]
    public void ThePageIsWhatItsSamplePrints()
    {
        string[] lines = File.ReadAllLines(Repository.PathOf(Sample));
        var program = new Snippet(new FencedBlock
        {
            Page = Sample,
            Line = 0,
            EndLine = lines.Length,
            Language = "csharp",
            Options = [],
            Text = string.Join('\n', lines),
            FollowsPrevious = false,
        });
        Offenders.None(program.Errors);

        string printed = program.Run();
        Assert.True(
            File.ReadAllText(Repository.PathOf(Page)).ReplaceLineEndings("\n") == printed,
            $"{Page} is not what {Sample} prints. This writes it: dotnet run {Sample} -- {Page}");
    }
}
