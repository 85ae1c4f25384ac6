using System.Xml.Linq;
using RevenueModel.Tests.Architecture;
using RevenueModel.Tests.Documentation;

namespace RevenueModel.Tests.Packages;

[Collection(ProcessTests.Name)]
public class PackageTests(PackedRepository repository) : IClassFixture<PackedRepository>
{
    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static TheoryData<string> EachPackage => Repository.EachPackage;

    [Fact]
    public void PackingHasNoWarnings() => Offenders.None(Dotnet.WarningsIn(repository.Output));

    [Theory, MemberData(nameof(EachPackage))]
    public void LicenseIsMit(string name)
    {
        XElement license = Assert.Single(repository.Package(name).Elements("license"));
        Assert.Equal("expression", license.Attribute("type")?.Value);
        Assert.Equal("MIT", license.Value);
    }

    [Theory, MemberData(nameof(EachPackage))]
    public void ReadmeIsThatOfTheProjectExceptForLinks(string name)
    {
        Package package = repository.Package(name);
        Assert.Equal("README.md", package.Value("readme"));
        Assert.Equal(
            PackedPage.WithoutLinks(Repository.ReadmeOf(name)),
            PackedPage.WithoutLinks(package.Text("README.md")));
    }

    [Fact]
    public void CompanionHasItsOwnReadme() =>
        Assert.StartsWith(
            "# RevenueModel.Import\n",
            repository.Package("RevenueModel.Import").Text("README.md"),
            StringComparison.Ordinal);

    // The page of a package on a registry has no folder, so that relative links are broken.
    [Theory, MemberData(nameof(EachPackage))]
    public void NoPackedPageHasARelativeLink(string name) =>
        Offenders.None(
            from file in new[] { "README.md", "CHANGELOG.md" }
            from link in MarkdownPage.Of(file, repository.Package(name).Text(file)).Links
            where !link.Target.Contains("://", StringComparison.Ordinal)
            select $"{file}({link.Line}): {link.Target}");

    [Theory, MemberData(nameof(EachPackage))]
    public void IconIsAPng(string name)
    {
        Package package = repository.Package(name);
        Assert.Equal("icon.png", package.Value("icon"));
        Assert.True(package.Read("icon.png").AsSpan().StartsWith(PngSignature));
    }

    [Theory, MemberData(nameof(EachPackage))]
    public void PackageHasGalleryMetadata(string name)
    {
        Package package = repository.Package(name);
        Assert.True(package.Value("description")?.Length > 40, "A description of the package is expected.");
        Assert.NotEqual("Package Description", package.Value("description"));
        Assert.True(package.Value("tags")?.Split(' ').Length >= 3, "At least three tags are expected.");
        Assert.Equal("RevenueModel contributors", package.Value("authors"));
    }

    [Fact]
    public void CoreHasSearchTermsInItsMetadata()
    {
        string[] words = ["pricing", "billing", "usage", "retention", "forecast", "compensation"];
        Offenders.None(
            from element in new[] { "description", "tags" }
            let text = repository.Package("RevenueModel").Value(element)!
            from word in words
            where !text.Contains(word, StringComparison.OrdinalIgnoreCase)
            select $"{element} does not contain {word}");
    }

    [Theory, MemberData(nameof(EachPackage))]
    public void ReleaseNotesAreTheSectionOfTheVersion(string name)
    {
        Package package = repository.Package(name);
        string changelog = package.Text("CHANGELOG.md");
        Assert.Equal(
            PackedPage.WithoutLinks(File.ReadAllText(Repository.PathOf("CHANGELOG.md"))),
            PackedPage.WithoutLinks(changelog));

        string version = package.Value("version")!.Split('-')[0];
        string section = Assert.Single(
            changelog.Split("\n## "),
            text => text.Split('\n')[0].Split(' ')[0] == version);
        Assert.Equal(
            section[section.IndexOf('\n', StringComparison.Ordinal)..].Trim(),
            package.Value("releaseNotes")?.ReplaceLineEndings("\n"));
    }

    [Theory, MemberData(nameof(EachPackage))]
    public void LibraryTargetsOnlyNet10WithDocumentation(string name)
    {
        Package package = repository.Package(name);
        Assert.Equal(
            [$"lib/net10.0/{name}.dll", $"lib/net10.0/{name}.xml"],
            package.Files.Where(file => file.StartsWith("lib/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
        XDocument documentation = XDocument.Load(new MemoryStream(package.Read($"lib/net10.0/{name}.xml")));
        Assert.Equal(name, documentation.Root?.Element("assembly")?.Element("name")?.Value);
        XElement group = Assert.Single(package.Elements("group"));
        Assert.Equal("net10.0", group.Attribute("targetFramework")?.Value);
    }

    [Theory, MemberData(nameof(EachPackage))]
    public void SymbolsAreInASeparatePackage(string name)
    {
        Assert.Contains($"lib/net10.0/{name}.pdb", repository.Symbols(name).Files);
        Assert.DoesNotContain(repository.Package(name).Files, file => file.EndsWith(".pdb", StringComparison.Ordinal));
    }

    [Fact]
    public void VersionIsTheSameForAllPackages() =>
        Assert.Single(Repository.Packages.Select(name => repository.Package(name).Value("version")).Distinct());

    [Fact]
    public void CoreDependsOnlyOnGuardClausesAndNodaTime() =>
        Assert.Equal(["Ardalis.GuardClauses", "NodaTime"], repository.Package("RevenueModel").Dependencies);

    [Fact]
    public void ImportDependsOnTheCoreAndCsvHelper()
    {
        IEnumerable<string> dependencies = repository.Package("RevenueModel.Import").Dependencies.ToList();
        Assert.Contains("RevenueModel", dependencies);
        Assert.Contains("CsvHelper", dependencies);
        Assert.Matches(@"^\[\d+\.\d+\.\d+\]$", repository.Package("RevenueModel.Import").VersionOf("RevenueModel"));
        // The last two are dependencies of the core; central pinning lists them here as well.
        Offenders.None(dependencies.Except(["RevenueModel", "CsvHelper", "Ardalis.GuardClauses", "NodaTime"]));
    }

    [Fact]
    public void JsonNeedsTheCoreAndTheSerializationOfNodaTime()
    {
        IEnumerable<string> dependencies = repository.Package("RevenueModel.Json").Dependencies.ToList();
        Assert.Contains("RevenueModel", dependencies);
        Assert.Contains("NodaTime.Serialization.SystemTextJson", dependencies);
        Assert.Matches(@"^\[\d+\.\d+\.\d+\]$", repository.Package("RevenueModel.Json").VersionOf("RevenueModel"));
        // The last two come with the core; central pinning states them here as well.
        Offenders.None(dependencies.Except(
            ["RevenueModel", "NodaTime.Serialization.SystemTextJson", "Ardalis.GuardClauses", "NodaTime"]));
    }
}
