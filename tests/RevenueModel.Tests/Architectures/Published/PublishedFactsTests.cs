using System.Text.Json;
using System.Text.RegularExpressions;
using RevenueModel.Architectures;
using RevenueModel.Tests.Architecture;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Architectures;

/// <summary>Every leaf of the facts files is carried by a property of the library, or is listed here with the
/// reason.</summary>
public partial class PublishedFactsTests
{
    private const string AdditionsFile = "additions-2026-11";

    private static readonly (string File, Func<object> Carried)[] Files =
    [
        ("industrial-iot-2027", () => CarriedIndustrialIot.Facts(PublishedArchitectures.IndustrialIot2027)),
        ("ipaas-2027", () => CarriedIpaas.Facts(PublishedArchitectures.Ipaas2027)),
        ("ot-security-kpis-2027", () => CarriedOtSecurity.Facts(PublishedArchitectures.OtSecurity2027)),
        (AdditionsFile, () => FactLeaves.Map(
            ("industrial-iot-2027", CarriedIndustrialIot.Additions(PublishedArchitectures.IndustrialIot2027)),
            ("ipaas-2027", CarriedIpaas.Additions(PublishedArchitectures.Ipaas2027)),
            ("ot-security-kpis-2027", CarriedOtSecurity.Additions(PublishedArchitectures.OtSecurity2027)))),
    ];

    // Paths of the additions: what begins with one of them is not carried, for the reason beside it.
    private static readonly (string Start, string Reason, int Leaves)[] NotCarried =
    [
        ("about", "describes the file", 1),
        ("howToMerge", "describes the file", 1),
        ("contradictions", "compares figures that are carried; implied figures are computed", 299),
        ("unpublished", "names what no document prints", 15),
        ("ot-security-kpis-2027.sections.note", "describes the facts file", 1),
    ];

    public static TheoryData<string, int> EachFile => new()
    {
        { "industrial-iot-2027", 277 },
        { "ipaas-2027", 265 },
        { "ot-security-kpis-2027", 145 },
        { AdditionsFile, 1_271 },
    };

    [Theory, MemberData(nameof(EachFile))]
    public void EveryLeafIsCarriedOrListed(string file, int count)
    {
        Dictionary<string, string> facts = FactLeaves.Of(TestData.Facts(file));
        Dictionary<string, string> carried = CarriedOf(file);

        Assert.Equal(count, facts.Count);
        Offenders.None(facts
            .Where(leaf => !carried.TryGetValue(leaf.Key, out string? own) || !Agrees(file, leaf.Key, leaf.Value, own))
            .Where(leaf => !IsListed(file, leaf.Key))
            .Select(leaf => $"{leaf.Key} is {leaf.Value}; carried: {carried.GetValueOrDefault(leaf.Key, "nothing")}"));
    }

    // A figure of the library that no file has would be invented.
    [Theory, MemberData(nameof(EachFile))]
    public void NothingIsCarriedThatNoFileHas(string file, int count)
    {
        Dictionary<string, string> facts = FactLeaves.Of(TestData.Facts(file));

        Assert.Equal(count, facts.Count);
        Offenders.None(CarriedOf(file).Keys.Where(path => !facts.ContainsKey(path)));
    }

    [Fact]
    public void EachListedPathExistsAndIsNotCarried()
    {
        Dictionary<string, string> facts = FactLeaves.Of(TestData.Facts(AdditionsFile));
        Dictionary<string, string> carried = CarriedOf(AdditionsFile);

        Assert.All(NotCarried, listed =>
        {
            Assert.Equal(listed.Leaves, facts.Keys.Count(path => Begins(path, listed.Start)));
            Assert.DoesNotContain(carried.Keys, path => Begins(path, listed.Start));
            Assert.NotEmpty(listed.Reason);
        });
    }

    // The path of a refinement is an address: it leads to a fact of the file that it refines.
    [Fact]
    public void EachRefinementLeadsToAFact()
    {
        JsonElement additions = TestData.Facts(AdditionsFile);
        string[] documents = [.. Files.Select(file => file.File).Where(file => file != AdditionsFile)];
        string[] paths =
        [
            .. documents.SelectMany(file => additions.GetProperty(file).GetProperty("refines").EnumerateArray()
                .Select(refinement => $"{file}: {refinement.Text("path")}")),
        ];
        HashSet<string> known =
        [
            .. documents.SelectMany(file => FactLeaves.Of(TestData.Facts(file)).Keys.SelectMany(Starts)
                .Select(path => $"{file}: {path}")),
        ];

        Assert.Equal(102, paths.Length);
        Offenders.None(paths.Where(path => !known.Contains(path.Replace("[*]", "[0]", StringComparison.Ordinal))));
    }

    private static Dictionary<string, string> CarriedOf(string file) =>
        FactLeaves.OfCarried(Files.Single(one => one.File == file).Carried());

    // The notes of the additions are remarks on the facts files. The library has notes of its own in their place.
    private static bool Agrees(string file, string path, string fact, string own) =>
        fact == own || (file == AdditionsFile && path.EndsWith(".note", StringComparison.Ordinal) && own.Length > 0);

    private static bool IsListed(string file, string path) =>
        file == AdditionsFile && Array.Exists(NotCarried, listed => Begins(path, listed.Start));

    private static bool Begins(string path, string start) =>
        path == start || path.StartsWith(start + "[", StringComparison.Ordinal)
        || path.StartsWith(start + ".", StringComparison.Ordinal);

    private static IEnumerable<string> Starts(string path) =>
        Separators().Matches(path).Select(end => path[..end.Index]).Append(path);

    [GeneratedRegex(@"[.\[]")]
    private static partial Regex Separators();
}
