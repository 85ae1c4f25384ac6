using System.Text.Json;
using RevenueModel.Expansion;
using RevenueModel.Kpis;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Kpis;

/// <summary>The published benchmarks and the facts file agree, property by property.</summary>
public class PublishedBenchmarksTests
{
    private static readonly JsonElement Facts = TestData.Facts("ot-security-kpis-2027");

    private static readonly string[] PublishedNames =
        [.. Facts.GetProperty("kpis").EnumerateArray().Select(kpi => kpi.Text("name"))];

    public static readonly TheoryData<string> Names = [.. PublishedNames];

    [Fact]
    public void TheNineIndicatorsAreThePublishedOnes() => Assert.Equal(
        PublishedNames,
        StandardKpis.All.Select(kpi => kpi.Name).Except([StandardKpis.SitePenetration.Name]));

    [Fact]
    public void EachBenchmarkIsPublished()
    {
        Assert.All(PublishedBenchmarks.OtSecurity2027, benchmark =>
        {
            Assert.Contains(benchmark.Kpi, PublishedNames);
            Assert.Equal(Facts.Text("document"), benchmark.Citation!.Document);
        });
        Assert.Distinct(
            PublishedBenchmarks.OtSecurity2027.Select(benchmark => (benchmark.Kpi, benchmark.Segment)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryFigureOfAnIndicatorIsAsPublished(string name)
    {
        JsonElement published = Facts.GetProperty("kpis").EnumerateArray().Single(kpi => kpi.Text("name") == name);
        KpiDefinition definition = StandardKpis.All.Single(kpi => kpi.Name == name);
        KpiBenchmark[] benchmarks = [.. PublishedBenchmarks.OtSecurity2027.Where(known => known.Kpi == name)];
        KpiBenchmark any = benchmarks[0];
        foreach (JsonProperty figure in published.EnumerateObject())
        {
            JsonElement value = figure.Value;
            switch (figure.Name)
            {
                case "name":
                    break;
                case "unit":
                    Assert.All(benchmarks, benchmark => Assert.Equal(value.GetString(), benchmark.Unit));
                    break;
                case "healthy" or "healthySitesPerYear":
                    Assert.Equal(BandOf(value), Assert.Single(benchmarks).Healthy);
                    break;
                case "bands":
                    CheckBands(value, benchmarks);
                    break;
                case "alarm":
                    CheckAlarm(value.GetString()!, definition, any);
                    break;
                case "causes":
                    Assert.Equal(value.EnumerateArray().Select(cause => cause.GetString()), any.Causes);
                    break;
                case "comparison":
                    Assert.All(benchmarks, benchmark => CheckComparisons(value, benchmark));
                    break;
                case "trackBy" or "alsoTrack":
                    Assert.All(benchmarks, benchmark => Assert.Equal([value.GetString()!], benchmark.Notes));
                    break;
                case "formula":
                    Assert.Equal(value.GetString(), any.Formula);
                    break;
                case "cadence":
                    Assert.Equal(value.GetString(), definition.Cadence.ToString()!.ToLowerInvariant());
                    break;
                case "leadsRevenueByMonths":
                    Band<int> lead = any.LeadMonths!.Value;
                    Assert.Equal(BandOf(value), Band.Between<decimal>(lead.Min, lead.Max!.Value));
                    break;
                case "stalled":
                    Assert.Equal(value.GetDecimal(), SiteBenchmark.OtSecurity2027.StalledSitesPerYear);
                    break;
                case "perSiteAcv":
                    Assert.Equal(BandOf(value), SiteBenchmark.OtSecurity2027.ArrPerSite);
                    break;
                case "grossMargin":
                    CheckMargins(value);
                    break;
                default:
                    Assert.Fail($"{figure.Name} of {name} is not carried.");
                    break;
            }
        }

        Assert.Equal(published.TryGetProperty("cadence", out _), definition.Cadence is not null);
        Assert.Equal(published.TryGetProperty("alarm", out _), any.Alarm is not null);
        Assert.Equal(published.TryGetProperty("formula", out _), any.Formula is not null);
        Assert.Equal(published.TryGetProperty("comparison", out _), !any.Comparisons.IsEmpty);
    }

    private static void CheckBands(JsonElement bands, KpiBenchmark[] benchmarks)
    {
        string? printed = bands.TextOr("enterpriseQuoted");
        JsonProperty[] segments = [.. bands.EnumerateObject().Where(band => band.Name != "enterpriseQuoted")];
        Assert.Equal(segments.Length, benchmarks.Length);
        for (int i = 0; i < segments.Length; i++)
        {
            bool isEnterprise = segments[i].Name.StartsWith("enterprise", StringComparison.Ordinal);
            Assert.Equal(BandOf(segments[i].Value), benchmarks[i].Healthy);
            Assert.Equal(
                isEnterprise ? PublishedBenchmarks.Enterprise : PublishedBenchmarks.MidMarket, benchmarks[i].Segment);
            Assert.Equal(isEnterprise ? printed : null, benchmarks[i].AsPrinted);
        }
    }

    // "median above 18", "below 1.05 (stalled land-and-expand)"
    private static void CheckAlarm(string alarm, KpiDefinition definition, KpiBenchmark benchmark)
    {
        bool isAbove = alarm.Contains("above", StringComparison.Ordinal);
        Assert.Equal(isAbove ? KpiDirection.Lower : KpiDirection.Higher, definition.Better);
        Assert.Contains($" {benchmark.Alarm:0.####}", alarm.Replace("0.50", "0.5", StringComparison.Ordinal));
        Assert.Equal(
            alarm.Contains("median", StringComparison.Ordinal),
            definition.Formula.Contains("median", StringComparison.Ordinal));
        if (alarm.Contains('(', StringComparison.Ordinal))
        {
            Assert.Equal([alarm.Split('(', ')')[1]], benchmark.Causes);
        }
    }

    private static void CheckComparisons(JsonElement published, KpiBenchmark benchmark)
    {
        JsonProperty[] others = [.. published.EnumerateObject().Where(other => other.Name != "ratioToIt")];
        Assert.Equal(
            others.Select(other => (other.Name, BandOf(other.Value))),
            benchmark.Comparisons.Select(comparison => (comparison.Name, comparison.Values)));
        Assert.Equal(
            published.TryGetProperty("ratioToIt", out JsonElement ratio) ? BandOf(ratio) : null,
            benchmark.Comparisons[0].Ratio);
    }

    private static void CheckMargins(JsonElement margins)
    {
        RecurringMixBenchmark mix = PublishedUnitEconomics.OtSecurityRecurringMix2027;
        Assert.Equal(["software/SaaS", "services and assessments"], margins.EnumerateObject().Select(x => x.Name));
        Assert.Equal(BandOf(margins.GetProperty("software/SaaS")), mix.SoftwareMargin);
        Assert.Equal(BandOf(margins.GetProperty("services and assessments")), mix.ServicesMargin);
    }

    private static Band<decimal> BandOf(JsonElement values) =>
        values[1].ValueKind == JsonValueKind.Null
            ? Band.AtLeast(values[0].GetDecimal())
            : Band.Between(values[0].GetDecimal(), values[1].GetDecimal());
}
