using System.Globalization;
using System.Text.Json;
using RevenueModel.Architectures;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Architectures;

/// <summary>The contradictions of the published documents are found by rules, with the figures that they
/// imply.</summary>
public class PublishedConsistencyTests
{
    private static readonly Lazy<Dictionary<string, ConsistencyReport>> Reports = new(static () => new()
    {
        [PublishedFindings.Iot] = ConsistencyCalculator.Review(PublishedArchitectures.IndustrialIot2027),
        [PublishedFindings.Ipaas] = ConsistencyCalculator.Review(PublishedArchitectures.Ipaas2027),
        [PublishedFindings.Ot] = ConsistencyCalculator.Review(PublishedArchitectures.OtSecurity2027),
        [PublishedFindings.Cross] = ConsistencyCalculator.Compare(
            PublishedArchitectures.OtSecurity2027, PublishedArchitectures.IndustrialIot2027),
    });

    public static TheoryData<string> EachFound => [.. PublishedFindings.Found.Keys];

    private static IEnumerable<JsonElement> Contradictions =>
        TestData.Facts("additions-2026-11").GetProperty("contradictions").EnumerateArray();

    [Fact]
    public void EachContradictionIsFoundOrHasAReason()
    {
        string[] ids = [.. Contradictions.Select(one => one.Text("id")).Order(StringComparer.Ordinal)];

        Assert.Equal(44, ids.Length);
        Assert.Equal(42, PublishedFindings.Found.Count);
        Assert.Equal(
            ids,
            PublishedFindings.Found.Keys.Concat(PublishedFindings.Notes.Keys).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(EachFound))]
    public void RuleFindsTheContradiction(string id)
    {
        PublishedFinding finding = PublishedFindings.Found[id];
        foreach ((string document, string subject) in finding.Checks)
        {
            Assert.Equal(finding.Verdict, CheckOf(document, finding.Rule, subject).Verdict);
        }
    }

    [Theory, MemberData(nameof(EachFound))]
    public void ImpliedFiguresAreThoseOfTheFile(string id)
    {
        JsonElement published = Contradictions.Single(one => one.Text("id") == id);
        PublishedFinding finding = PublishedFindings.Found[id];
        var walked = new List<string>();
        foreach ((string path, (int Check, string Figure)[] figures) in finding.Implied)
        {
            AssertEqual(published, path, figures.SelectMany(figure =>
                Numbers(CheckOf(finding.Checks[figure.Check], finding.Rule), figure.Figure)));
            walked.Add(path);
        }

        foreach (var agreeing in PublishedFindings.Agreeing.Where(one => one.Id == id))
        {
            ConsistencyCheck check = CheckOf(agreeing.Document, agreeing.Rule, agreeing.Subject);
            Assert.Equal(ConsistencyVerdict.Agrees, check.Verdict);
            AssertEqual(published, agreeing.Path, agreeing.Figures.SelectMany(figure => Numbers(check, figure)));
            walked.Add(agreeing.Path);
        }

        Assert.Equal(PathsOf(published).Order(StringComparer.Ordinal), walked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void FurtherContradictionsAreListed()
    {
        string[] listed = [.. PublishedFindings.Found.Values.SelectMany(finding => finding.Checks
            .Select(check => $"{check.Document} {finding.Rule} {check.Subject}"))];

        Assert.Equal(
            PublishedFindings.Further,
            Reports.Value.SelectMany(report => report.Value.Contradictions
                .Select(check => $"{report.Key} {check.Rule} {check.Subject}")).Except(listed));
    }

    [Fact]
    public void EachCheckHasACitation() => Assert.All(
        Reports.Value.Values.SelectMany(report => report.Checks), check => Assert.False(check.Citations.IsEmpty));

    private static ConsistencyCheck CheckOf((string Document, string Subject) place, ConsistencyRule rule) =>
        CheckOf(place.Document, rule, place.Subject);

    private static ConsistencyCheck CheckOf(string document, ConsistencyRule rule, string subject)
    {
        ValueList<ConsistencyCheck> checks = Reports.Value[document].ChecksOf(rule);
        return Assert.Single(checks, check => check.Subject == subject);
    }

    private static IEnumerable<decimal?> Numbers(ConsistencyCheck check, string figure)
    {
        ImpliedFigure? implied = check.FindImplied(figure);
        Assert.NotNull(implied);
        return implied.Value is not { } value ? [null]
            : value.Min == value.Max ? [value.Min]
            : [value.Min, value.Max];
    }

    private static void AssertEqual(JsonElement published, string path, IEnumerable<decimal?> figures)
    {
        JsonElement given = path.Split('/').Aggregate(
            published.GetProperty("implied"), static (element, name) => element.GetProperty(name));
        JsonElement[] numbers = given.ValueKind == JsonValueKind.Array ? [.. given.EnumerateArray()] : [given];
        Assert.Equal(
            numbers.Select(number => number.ValueKind == JsonValueKind.Number ? number.GetRawText() : "none"),
            figures.Zip(numbers, static (figure, number) => figure is { } value ? Rounded(value, number) : "none"));
    }

    private static string Rounded(decimal value, JsonElement like)
    {
        string text = like.GetRawText();
        int digits = text.Contains('.', StringComparison.Ordinal) ? text.Split('.')[1].Length : 0;
        string format = string.Create(CultureInfo.InvariantCulture, $"F{digits}");
        return decimal.Round(value, digits, MidpointRounding.AwayFromZero)
            .ToString(format, CultureInfo.InvariantCulture);
    }

    // The properties with numbers; a text such as a shape or a formula has none.
    private static IEnumerable<string> PathsOf(JsonElement published) =>
        published.TryGetProperty("implied", out JsonElement implied) ? PathsIn(implied, "") : [];

    private static IEnumerable<string> PathsIn(JsonElement element, string prefix) =>
        element.EnumerateObject().SelectMany(one => one.Value.ValueKind switch
        {
            JsonValueKind.Object => PathsIn(one.Value, prefix + one.Name + "/"),
            JsonValueKind.String => [],
            _ => [prefix + one.Name],
        });
}
