using System.Text.Json;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Retention;

/// <summary>Every published figure of unit economics, and the figures that follow from several of them.</summary>
public class PublishedUnitEconomicsTests
{
    private static readonly JsonElement Facts = TestData.Facts("ot-security-kpis-2027");
    private static readonly JsonElement Additions = TestData.Facts("unit-economics-2027");

    private static readonly LifetimeValueBenchmark MidMarket = PublishedUnitEconomics.OtSecurityLifetimeValues2027[0];
    private static readonly LifetimeValueBenchmark Enterprise = PublishedUnitEconomics.OtSecurityLifetimeValues2027[1];

    [Fact]
    public void LifetimeValuesAreAsPublished()
    {
        JsonElement published = Kpi("Lifetime Value per Critical-Infrastructure Account").GetProperty("bands");

        Assert.Equal(
            published.EnumerateObject().Select(segment => (segment.Name, BandOf(segment.Value))),
            PublishedUnitEconomics.OtSecurityLifetimeValues2027.Select(value => (value.Segment, value.LifetimeValue)));
    }

    [Fact]
    public void TheFiguresBehindLifetimeValuesAreAsPublished()
    {
        JsonElement acv = Kpi("Annual Contract Value").GetProperty("bands");
        JsonElement margin = Kpi("Recurring Revenue Mix").GetProperty("grossMargin");

        Assert.Equal(BandOf(acv.GetProperty("mid-market")), MidMarket.Acv);
        Assert.Equal(acv.GetProperty("enterprise and multi-site")[0].GetDecimal(), Enterprise.Acv.Min);
        Assert.Equal("500K-5M+", acv.Text("enterpriseQuoted"));
        Assert.Equal(5_000_000m, Enterprise.Acv.Max);
        Assert.All(PublishedUnitEconomics.OtSecurityLifetimeValues2027, value =>
        {
            Assert.Equal(BandOf(margin.GetProperty("software/SaaS")), value.GrossMargin);
            Assert.Equal(BandOf(Kpi("Logo Retention").GetProperty("healthy")), value.LogoRetention);
            Assert.Equal(Facts.Text("document"), value.Citation!.Document);
        });
    }

    [Fact]
    public void EachAdditionalFigureOfOtSecurityIsAsserted()
    {
        foreach (JsonProperty figure in Additions.GetProperty("ot-security-kpis-2027").EnumerateObject())
        {
            switch (figure.Name)
            {
                case "recurringMix":
                    RecurringMixBenchmark mix = PublishedUnitEconomics.OtSecurityRecurringMix2027;
                    Assert.Equal(figure.Value.Text("section"), mix.Citation!.Section);
                    Assert.Equal(figure.Value.Decimal("rewardedFrom"), mix.RewardedShare);
                    Assert.Equal(
                        figure.Value.Decimal("earnsLikeConsultancyAtServicesShare"), mix.ServicesWarningShare);
                    break;
                case "cacDrivers":
                    Assert.Equal(
                        figure.Value.Texts("names"),
                        PublishedUnitEconomics.OtSecurityCacDrivers2027.Select(NameOf));
                    break;
                case "impliedLifetimeValue":
                    Assert.Equal(BandOf(figure.Value.GetProperty("midMarket")), MidMarket.Implied);
                    Assert.Equal(BandOf(figure.Value.GetProperty("enterprise")), Enterprise.Implied);
                    Assert.Equal(string.Join(", ", figure.Value.Texts("sections")), MidMarket.Citation!.Section);
                    break;
                case "lifetimeValueGap":
                    Assert.Equal(
                        BandOf(figure.Value.GetProperty("gap")),
                        Band.Between(MidMarket.LifetimeValue.Max!.Value, Enterprise.LifetimeValue.Min));
                    break;
                case "unpublished":
                    Assert.Equal(
                        ["CAC", "LTV-to-CAC"], figure.Value.EnumerateArray().Select(name => name.GetString()));
                    break;
                default:
                    Assert.Fail($"The facts hold \"{figure.Name}\", which no test asserts.");
                    break;
            }
        }
    }

    [Fact]
    public void TheRecurringMixIsAsPublished()
    {
        JsonElement published = Kpi("Recurring Revenue Mix");
        RecurringMixBenchmark mix = PublishedUnitEconomics.OtSecurityRecurringMix2027;
        JsonElement margin = published.GetProperty("grossMargin");

        Assert.Equal(BandOf(published.GetProperty("healthy")), mix.HealthyShare);
        Assert.Equal(BandOf(margin.GetProperty("software/SaaS")), mix.SoftwareMargin);
        Assert.Equal(BandOf(margin.GetProperty("services and assessments")), mix.ServicesMargin);
        Assert.Equal(2, margin.EnumerateObject().Count());
    }

    [Fact]
    public void TheReturnOfModulesIsAsPublished()
    {
        ModuleRoiBenchmark roi = PublishedUnitEconomics.IndustrialIotModuleRoi2027;
        foreach (JsonProperty figure in TestData.Facts("industrial-iot-2027").GetProperty("customerValue")
            .EnumerateObject())
        {
            switch (figure.Name)
            {
                case "section":
                    Assert.Equal(figure.Value.GetString(), roi.Citation!.Section);
                    break;
                case "paybackMonths":
                    Assert.Equal(BandOf(figure.Value), roi.PaybackMonths);
                    break;
                case "unplannedDowntimeReduction":
                    Assert.Equal(BandOf(figure.Value), roi.DowntimeReduction);
                    break;
                case "yieldImprovement":
                    Assert.Equal(BandOf(figure.Value), roi.YieldImprovement);
                    break;
                case "aiDtModuleArr":
                    Assert.Equal(BandOf(figure.Value), roi.ModuleArr);
                    break;
                default:
                    Assert.Fail($"The facts hold \"{figure.Name}\", which no test asserts.");
                    break;
            }
        }
    }

    // Tens of millions in savings need a payback of 4.8 months or less at the highest module ARR.
    [Fact]
    public void SavingsOfTensOfMillionsNeedTheShortPayback()
    {
        JsonElement value = Additions.GetProperty("industrial-iot-2027").GetProperty("customerValue");
        ModuleRoiBenchmark roi = PublishedUnitEconomics.IndustrialIotModuleRoi2027;

        Assert.Equal("tens of millions", value.Text("annualSavings"));
        Assert.Equal(roi.Citation!.Section, value.Text("section"));
        Assert.Equal(Band.Between(1_000_000m, 24_000_000m), roi.ImpliedAnnualValue);
        Assert.Equal(4.8m, roi.ModuleArr.Max * 12m / 10_000_000m);
    }

    // The published values equal two to four years of gross profit; the retention means 10 to 25 years.
    [Fact]
    public void PublishedValuesAreShorterThanTheRetentionMeans()
    {
        Assert.Equal(Band.Between(10m, 25m), MidMarket.ImpliedYears);
        Assert.Equal(Band.Between(10m, 25m), Enterprise.ImpliedYears);
        Assert.Equal("2.1-4.3", Text(MidMarket.PublishedYears));
        Assert.Equal("2.9-3.7", Text(Enterprise.PublishedYears));

        static string Text(Band<decimal>? band) => FormattableString.Invariant($"{band:0.0}");
    }

    [Fact]
    public void UndefinedFiguresOfABenchmarkAreNull()
    {
        LifetimeValueBenchmark value = LifetimeValueBenchmark.Of(
            "all retained",
            Band.Between(1m, 2m),
            Band.Between(0m, 1m),
            Band.Between(0.5m, 1m),
            Band.Between(0.9m, 1m));

        Assert.Null(value.Implied);
        Assert.Null(value.ImpliedYears);
        Assert.Null(value.PublishedYears);
        Assert.Equal("all retained: 1-2 published, no value implied", value.ToString());
        Refusal.By<ArgumentOutOfRangeException>("acv", () => LifetimeValueBenchmark.Of(
            "open", Band.Between(1m, 2m), Band.AtLeast(1m), Band.Between(0.5m, 1m), Band.Between(0.9m, 0.95m)));
    }

    private static string NameOf(AcquisitionCostKind kind) => kind switch
    {
        AcquisitionCostKind.SalesCycle => "long cycle",
        AcquisitionCostKind.TechnicalPreSales => "technical pre-sales",
        AcquisitionCostKind.SiteTravel => "travel to remote sites",
        _ => kind.ToString(),
    };

    private static JsonElement Kpi(string name) =>
        Facts.GetProperty("kpis").EnumerateArray().Single(kpi => kpi.Text("name") == name);

    private static Band<decimal> BandOf(JsonElement ends) => Band.Between(ends[0].GetDecimal(), ends[1].GetDecimal());
}
