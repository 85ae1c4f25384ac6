using System.Xml.Linq;
using RevenueModel.Tests.Architecture;

namespace RevenueModel.Tests.Packages;

[Collection(ProcessTests.Name)]
public class PackageTests(PackedRepository repository) : IClassFixture<PackedRepository>
{
    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static TheoryData<string> EachPackage => Repository.EachPackage;

    [Fact]
    public void PackingWarnsOfNothing() => Offenders.None(Dotnet.WarningsIn(repository.Output));

    [Theory, MemberData(nameof(EachPackage))]
    public void LicenceIsMit(string name)
    {
        XElement license = Assert.Single(repository.Package(name).Elements("license"));
        Assert.Equal("expression", license.Attribute("type")?.Value);
        Assert.Equal("MIT", license.Value);
    }

    [Theory, MemberData(nameof(EachPackage))]
    public void ReadmeIsTheOneOfTheRepository(string name)
    {
        Package package = repository.Package(name);
        Assert.Equal("README.md", package.Value("readme"));
        Assert.Equal(File.ReadAllBytes(Repository.PathOf("README.md")), package.Read("README.md"));
    }

    [Theory, MemberData(nameof(EachPackage))]
    public void IconIsAPng(string name)
    {
        Package package = repository.Package(name);
        Assert.Equal("icon.png", package.Value("icon"));
        Assert.True(package.Read("icon.png").AsSpan().StartsWith(PngSignature));
    }

    [Theory, MemberData(nameof(EachPackage))]
    public void GalleryHasSomethingToShow(string name)
    {
        Package package = repository.Package(name);
        Assert.True(package.Value("description")?.Length > 40, "A description says what the package does.");
        Assert.NotEqual("Package Description", package.Value("description"));
        Assert.True(package.Value("tags")?.Split(' ').Length >= 3, "Three tags or more make it found.");
        Assert.Equal("RevenueModel contributors", package.Value("authors"));
    }

    [Theory, MemberData(nameof(EachPackage))]
    public void ReleaseNotesNameTheChangelogThatThePackageHas(string name)
    {
        Package package = repository.Package(name);
        Assert.Contains("CHANGELOG.md", package.Value("releaseNotes"), StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(Repository.PathOf("CHANGELOG.md")), package.Read("CHANGELOG.md"));
    }

    [Theory, MemberData(nameof(EachPackage))]
    public void LibraryTargetsNet10AloneWithItsDocumentationBeside(string name)
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
    public void SymbolsAreInAPackageOfTheirOwn(string name)
    {
        Assert.Contains($"lib/net10.0/{name}.pdb", repository.Symbols(name).Files);
        Assert.DoesNotContain(repository.Package(name).Files, file => file.EndsWith(".pdb", StringComparison.Ordinal));
    }

    [Fact]
    public void VersionIsTheSameForAllPackages() =>
        Assert.Single(Repository.Packages.Select(name => repository.Package(name).Value("version")).Distinct());

    [Fact]
    public void CoreNeedsGuardClausesAndNodaTimeAndNothingElse() =>
        Assert.Equal(["Ardalis.GuardClauses", "NodaTime"], repository.Package("RevenueModel").Dependencies);

    [Fact]
    public void ImportNeedsTheCoreAndCsvHelper()
    {
        IEnumerable<string> dependencies = repository.Package("RevenueModel.Import").Dependencies.ToList();
        Assert.Contains("RevenueModel", dependencies);
        Assert.Contains("CsvHelper", dependencies);
        Assert.Matches(@"^\[\d+\.\d+\.\d+\]$", repository.Package("RevenueModel.Import").VersionOf("RevenueModel"));
        // The last two come with the core; central pinning states them here as well.
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
