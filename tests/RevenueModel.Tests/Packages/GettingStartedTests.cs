using RevenueModel.Tests.Architecture;

namespace RevenueModel.Tests.Packages;

/// <summary>The commands of <c>docs/getting-started.md</c>, run as they are on the page.</summary>
[Collection(ProcessTests.Name)]
public class GettingStartedTests(GettingStartedMachine machine) : IClassFixture<GettingStartedMachine>
{
    public static TheoryData<string> EachHeading => [.. GettingStartedPage.Headings];

    [Theory, MemberData(nameof(EachHeading))]
    public async Task SectionDoesWhatThePageSays(string heading)
    {
        Assert.True(GettingStartedPage.OutputsOf(heading) > 0, "A section with commands shows what they print.");
        string output = await machine.RunAsync(GettingStartedPage.ScriptOf(heading));
        Offenders.None(GettingStartedPage.Differences(heading, output));
        Offenders.None(Dotnet.WarningsIn(output));
    }

    [Fact]
    public void PageRunsAProjectAFileAScriptAndAnFSharpProject() =>
        Assert.Equal(
            ["A project", "A file-based app", "An F# script", "An F# project"],
            GettingStartedPage.Headings);
}
