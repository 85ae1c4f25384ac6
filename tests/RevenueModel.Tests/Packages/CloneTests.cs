using System.Text;
using System.Xml.Linq;
using RevenueModel.Tests.Architecture;
using RevenueModel.Tests.Documentation;

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

    [Theory]
    [InlineData(CloneKind.Archive, null)]
    [InlineData(CloneKind.HostedElsewhere, Clone.ProjectUrl)]
    [InlineData(CloneKind.HostedAtGitHub, Clone.GitHubUrl)]
    [InlineData(CloneKind.WorktreeOfGitHub, Clone.GitHubUrl)]
    public void ProjectIsWhereAPropertyOrGitHubSays(CloneKind kind, string? url) =>
        Assert.Equal(url, clones[kind].Package.Value("projectUrl"));

    [Theory]
    [InlineData(CloneKind.HostedAtGitHub)]
    [InlineData(CloneKind.WorktreeOfGitHub)]
    public void ReadmeOfAGitHubCloneLinksIntoTheRepository(CloneKind kind)
    {
        const string Prefix = $"{Clone.GitHubUrl}/blob/{Clone.Commit}/";
        List<string> targets =
        [
            .. MarkdownPage.Of("README.md", clones[kind].Package.Text("README.md")).Links
                .Select(link => link.Target)
                .Where(target => target.StartsWith(Clone.GitHubUrl, StringComparison.Ordinal)),
        ];
        Assert.Contains(Prefix + "docs/pricing.md", targets);
        Offenders.None(targets.Where(target => !target.StartsWith(Prefix, StringComparison.Ordinal)));
        Offenders.None(
            targets.Select(target => target[Prefix.Length..].Split('#')[0])
                .Where(file => !Path.Exists(Repository.PathOf(file))));
    }

    [Theory, MemberData(nameof(EachKind))]
    public void NoPackedPageHasARelativeLink(CloneKind kind) =>
        Offenders.None(
            from file in new[] { "README.md", "CHANGELOG.md" }
            from link in MarkdownPage.Of(file, clones[kind].Package.Text(file)).Links
            where !link.Target.Contains("://", StringComparison.Ordinal)
            select $"{file}({link.Line}): {link.Target}");

    [Theory, MemberData(nameof(EachKind))]
    public void SymbolsHaveNoPathOfTheMachine(CloneKind kind)
    {
        var symbols = new Symbols(clones[kind].Pdb);
        Assert.Contains("/_/src/RevenueModel/Pipeline/CoverageCalculator.cs", symbols.Documents.Keys);
        Offenders.None(symbols.Documents.Keys.Where(path => !path.StartsWith("/_/", StringComparison.Ordinal)));

        byte[] assembly = clones[kind].Package.Read(Dll);
        Assert.StartsWith("/_/", Symbols.PathInAssembly(assembly), StringComparison.Ordinal);
        Assert.Equal(-1, assembly.AsSpan().IndexOf(Encoding.UTF8.GetBytes(clones[kind].Folder)));
    }

    // With a remote at GitHub a debugger downloads the sources. Without one the symbols contain them.
    [Theory]
    [InlineData(CloneKind.Archive, true)]
    [InlineData(CloneKind.HostedElsewhere, true)]
    [InlineData(CloneKind.HostedAtGitHub, false)]
    [InlineData(CloneKind.WorktreeOfGitHub, false)]
    public void SourcesAreInTheSymbolsWhereNoRemoteHasThem(CloneKind kind, bool embedded)
    {
        List<KeyValuePair<string, bool>> written =
        [
            .. new Symbols(clones[kind].Pdb).Documents
                .Where(document => !document.Key.Contains("/obj/", StringComparison.Ordinal)),
        ];
        Assert.True(written.Count > 100);
        Offenders.None(written.Where(document => document.Value != embedded).Select(document => document.Key));
    }

    [Fact]
    public void SameSourcesInTwoFoldersGiveTheSameBytes() =>
        Assert.Equal(
            clones[CloneKind.Archive].Package.Read(Dll),
            clones[CloneKind.HostedElsewhere].Package.Read(Dll));
}
