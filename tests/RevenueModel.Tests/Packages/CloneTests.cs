using System.Text;
using System.Xml.Linq;
using RevenueModel.Tests.Architecture;

namespace RevenueModel.Tests.Packages;

[Collection(ProcessTests.Name)]
public class CloneTests(Clones clones) : IClassFixture<Clones>
{
    private const string Dll = "lib/net10.0/RevenueModel.dll";

    public static TheoryData<CloneKind> EachKind => [.. Enum.GetValues<CloneKind>()];

    [Theory, MemberData(nameof(EachKind))]
    public void PacksWithoutWarnings(CloneKind kind) => Offenders.None(Dotnet.WarningsIn(clones[kind].Output));

    [Theory]
    [InlineData(CloneKind.HostedAtGitHub)]
    [InlineData(CloneKind.WorktreeOfGitHub)]
    public void CloneOfGitHubTellsWhereItsSourcesAre(CloneKind kind)
    {
        XElement repository = Assert.Single(clones[kind].Package.Elements("repository"));
        Assert.Equal(Clone.GitHubUrl, repository.Attribute("url")?.Value);
        Assert.Equal(Clone.Commit, repository.Attribute("commit")?.Value);
        Assert.Contains(
            $"https://raw.githubusercontent.com/example/revenue-model/{Clone.Commit}/*",
            Encoding.UTF8.GetString(clones[kind].Pdb),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CloneKind.Archive)]
    [InlineData(CloneKind.HostedElsewhere)]
    public void OtherClonesClaimNoSources(CloneKind kind)
    {
        Assert.Empty(clones[kind].Package.Elements("repository"));
        Assert.DoesNotContain(
            "githubusercontent", Encoding.UTF8.GetString(clones[kind].Pdb), StringComparison.Ordinal);
    }

    [Fact]
    public void SameSourcesInTwoFoldersGiveTheSameBytes() =>
        Assert.Equal(
            clones[CloneKind.Archive].Package.Read(Dll),
            clones[CloneKind.HostedElsewhere].Package.Read(Dll));
}
