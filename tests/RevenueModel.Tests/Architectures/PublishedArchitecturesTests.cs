using System.Numerics;
using System.Text.Json;
using RevenueModel.Architectures;
using RevenueModel.Forecasting;
using RevenueModel.Primitives;
using RevenueModel.Segments;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Architectures;

/// <summary>Every figure of the facts files for segments, buyer motion, channel and forecast mix.</summary>
public class PublishedArchitecturesTests
{
    private static readonly Dictionary<string, RevenueArchitecture> Published = new(StringComparer.Ordinal)
    {
        ["industrial-iot-2027"] = PublishedArchitectures.IndustrialIot2027,
        ["ipaas-2027"] = PublishedArchitectures.Ipaas2027,
    };

    public static TheoryData<string, string> SegmentNames
    {
        get
        {
            var names = new TheoryData<string, string>();
            foreach (string document in Published.Keys)
            {
                foreach (JsonElement segment in TestData.Facts(document).GetProperty("segments").EnumerateArray())
                {
                    names.Add(document, segment.Text("name"));
                }
            }

            return names;
        }
    }

    [Theory]
    [MemberData(nameof(SegmentNames))]
    public void EveryFigureOfASegmentIsAsPublished(string document, string name)
    {
        JsonElement facts = TestData.Facts(document);
        JsonElement published = facts.GetProperty("segments").EnumerateArray().Single(s => s.Text("name") == name);
        Segment segment = Published[document].Segmentation.Find(name)!;

        // Each property of the file is checked by name, so that a figure added to the file is not skipped.
        foreach (JsonProperty figure in published.EnumerateObject())
        {
            JsonElement value = figure.Value;
            switch (figure.Name)
            {
                case "name":
                    Assert.Equal(value.GetString(), segment.Name);
                    break;
                case "section":
                    Assert.Equal(new Citation(facts.Text("document"), value.GetString()!), segment.Citation);
                    break;
                case "size":
                    Assert.Equal(BandOf<long>(value), segment.Size);
                    break;
                case "acv":
                    Assert.Equal(BandOf<decimal>(value), segment.Acv);
                    break;
                case "cycleMonths":
                    Assert.Equal(BandOf<int>(value), segment.CycleMonths);
                    break;
                case "cycleDays":
                    Assert.Equal(BandOf<int>(value), segment.CycleDays);
                    break;
                case "winRate":
                    Assert.Equal(BandOf<decimal>(value), segment.WinRate);
                    break;
                case "nrr":
                    Assert.Equal(BandOf<decimal>(value), segment.NrrTarget);
                    break;
                case "stakeholders":
                    Assert.Equal(BandOf<int>(value), segment.StakeholderCount);
                    break;
                case "coverage":
                    Assert.Equal(value.GetDecimal(), segment.CoverageTarget);
                    break;
                case "coverageAtStage2":
                    Assert.Equal(value.GetDecimal(), segment.CoverageTargetAtStage2);
                    break;
                case "stage2ToClose":
                    Assert.Equal(value.GetDecimal(), segment.Stage2ToCloseRate);
                    break;
                case "motion":
                    Assert.Equal(value.GetString(), segment.SalesMotion);
                    break;
                case "decisionMakers":
                    Assert.Equal(published.Texts(figure.Name), segment.DecisionMakers);
                    break;
                case "modules":
                    Assert.Equal(published.Texts(figure.Name), segment.Modules);
                    break;
                case "sizeQuoted":
                    Assert.Equal(QuotedEnd(value.GetString()!), segment.LargestQuotedSize);
                    break;
                case "acvQuoted":
                    Assert.Equal(QuotedEnd(value.GetString()!), segment.LargestQuotedAcv);
                    break;
                default:
                    Assert.Fail($"The facts hold \"{figure.Name}\" of {name}, which no test asserts.");
                    break;
            }
        }

        // The library has no value for figures that the file does not publish.
        Assert.Equal(published.TryGetProperty("nrr", out _), segment.NrrTarget is not null);
        Assert.Equal(published.TryGetProperty("coverageAtStage2", out _), segment.CoverageTargetAtStage2 is not null);
        Assert.Equal(published.TryGetProperty("stakeholders", out _), segment.StakeholderCount is not null);
        Assert.Equal(published.TryGetProperty("motion", out _), segment.SalesMotion is not null);
        Assert.Equal(published.TryGetProperty("decisionMakers", out _), !segment.DecisionMakers.IsEmpty);
        Assert.Equal(published.TryGetProperty("sizeQuoted", out _), segment.LargestQuotedSize is not null);
        Assert.Equal(published.TryGetProperty("acvQuoted", out _), segment.LargestQuotedAcv is not null);
    }

    [Theory]
    [InlineData("industrial-iot-2027")]
    [InlineData("ipaas-2027")]
    public void SegmentsAndRetentionAreAsPublished(string document)
    {
        JsonElement facts = TestData.Facts(document);
        RevenueArchitecture architecture = Published[document];

        Assert.Equal(
            facts.GetProperty("segments").EnumerateArray().Select(s => s.Text("name")),
            architecture.Segmentation.Segments.Select(s => s.Name));
        Assert.Equal(facts.Text("sizeUnit"), architecture.Segmentation.SizeUnit);
        Assert.Equal(BandOf<decimal>(facts.GetProperty("nrrAllSegments")), architecture.NrrTarget);
        Assert.Equal(
            facts.Texts("buyerMotions"),
            architecture.GoToMarketMotions.Select(motion => $"{motion.Name}: {motion.Playbook}"));
        Assert.Equal(facts.Text("document"), architecture.Citation!.Document);
    }

    [Theory]
    [InlineData("industrial-iot-2027")]
    [InlineData("ipaas-2027")]
    public void ForecastMixIsAsPublished(string document)
    {
        JsonElement facts = TestData.Facts(document);
        JsonElement forecast = facts.GetProperty("forecast");
        JsonElement installBase = forecast.GetProperty("installBase");
        ForecastFigures figures = Published[document].Forecast!;

        Assert.Equal(
            installBase.GetProperty("aboveEnterpriseCustomers").GetInt32(),
            figures.InstallBase.AboveEnterpriseCustomers);
        Assert.Equal(installBase.Decimal("expansion"), figures.InstallBase.ExpansionShare);
        Assert.Equal(installBase.Decimal("newLogo"), figures.InstallBase.NewLogoShare);
        Assert.Equal(
            forecast.GetProperty("vendorsEnterpriseCustomers").EnumerateObject()
                .Select(v => (v.Name, v.Value.GetInt64())),
            figures.Vendors.Select(vendor => (vendor.Vendor, vendor.EnterpriseCustomers)));
        var citation = new Citation(facts.Text("document"), forecast.Text("section"));
        Assert.Equal(citation, figures.Citation);
        Assert.Equal(citation, figures.InstallBase.Citation);
    }

    [Fact]
    public void BuyerMotionOfIndustrialIotIsAsPublished()
    {
        JsonElement facts = TestData.Facts("industrial-iot-2027");
        JsonElement published = facts.GetProperty("buyerMotion");
        BuyerMotionFigures figures = PublishedArchitectures.IndustrialIot2027.BuyerMotion!;

        Assert.Equal(published.Decimal("dualBuyerWinRate"), figures.DualBuyerWinRate);
        Assert.Equal(published.Decimal("singleBuyerWinRate"), figures.SingleBuyerWinRate);
        Assert.Equal(published.Decimal("statedRatio"), figures.StatedRatio);
        Assert.Equal(new Citation(facts.Text("document"), published.Text("section")), figures.Citation);
        Assert.False(TestData.Facts("ipaas-2027").TryGetProperty("buyerMotion", out _));
        Assert.Null(PublishedArchitectures.Ipaas2027.BuyerMotion);
    }

    [Fact]
    public void TheStatedBuyerRatioIsTheRatioOfTheRatesRoundedUp()
    {
        BuyerMotionFigures figures = PublishedArchitectures.IndustrialIot2027.BuyerMotion!;

        Assert.Equal(2.375m, figures.ImpliedRatio);
        Assert.Equal(2.4m, figures.StatedRatio);
    }

    [Fact]
    public void ChannelOfIndustrialIotIsAsPublished()
    {
        JsonElement facts = TestData.Facts("industrial-iot-2027");
        JsonElement published = facts.GetProperty("channel");
        ChannelFigures figures = PublishedArchitectures.IndustrialIot2027.Channel!;

        Assert.Equal(published.Decimal("enterpriseCoImplementedBySi"), figures.EnterpriseCoImplementedByAllShare);
        Assert.Equal(published.Decimal("pipelineLostWithoutOtSi"), figures.PipelineLostWithoutSpecialtyIntegrators);
        Assert.Equal(new Citation(facts.Text("document"), published.Text("section")), figures.Citation);
        var channels = new Dictionary<ImplementationChannel, string>
        {
            [ImplementationChannel.BothIntegrators] = "both SIs",
            [ImplementationChannel.OneIntegrator] = "one SI",
            [ImplementationChannel.Direct] = "direct",
        };
        Assert.Equal(
            published.GetProperty("expansion").EnumerateObject().Select(e => (e.Name, e.Value.GetString()!)),
            figures.Expansion.Select(e => (channels[e.Channel], e.Expansion.ToString().ToLowerInvariant())));
    }

    [Fact]
    public void ChannelOfIpaasIsAsPublished()
    {
        JsonElement facts = TestData.Facts("ipaas-2027");
        JsonElement published = facts.GetProperty("partnerAccountManager");
        ChannelFigures figures = PublishedArchitectures.Ipaas2027.Channel!;

        Assert.Equal(
            BandOf<decimal>(published.GetProperty("boutiqueShareOfMidMarketImplementations")),
            figures.BoutiqueShareOfMidMarket);
        Assert.Equal(new Citation(facts.Text("document"), published.Text("section")), figures.Citation);
        Assert.Null(figures.EnterpriseCoImplementedByAllShare);
        Assert.Null(figures.PipelineLostWithoutSpecialtyIntegrators);
    }

    [Fact]
    public void PublishedCoverageIsShownWithTheAttainmentItImplies()
    {
        Segment enterprise = PublishedArchitectures.IndustrialIot2027.Segmentation.Segments[2];

        PublishedCoverage coverage = PublishedCoverage.Of(enterprise);

        Assert.Equal(3.4m, coverage.CoverageTargetAtStage2);
        Assert.Equal(0.408m, coverage.ImpliedAttainmentAtStage2);
        Assert.Equal(0.648m, coverage.ImpliedAttainmentAtCloseRate);
        Assert.Equal(Band.Between(0.648m, 0.972m), coverage.ImpliedAttainment);
        Assert.Equal(1m / 0.12m, coverage.RequiredCoverageAtCloseRate);
        Assert.Equal(1m / 5.4m, coverage.ImpliedWinRate);
    }

    [Fact]
    public void PublishedCoverageIsLessThanEvenlySureAtCloseRates()
    {
        var segments = PublishedArchitectures.IndustrialIot2027.Segmentation.Segments;

        Assert.All(segments, segment =>
        {
            PublishedCoverage coverage = PublishedCoverage.Of(segment);
            double confidence = coverage.Confidence(1_000_000m, 100_000m);
            Assert.InRange(confidence, 0.01, 0.5);
            Assert.Equal(confidence, coverage.ConfidenceAtWinRates(1_000_000m, 100_000m).Min);
            Assert.Equal(
                coverage.CoverageTargetAtStage2 is null, coverage.ConfidenceAtStage2(1_000_000m, 100_000m) is null);
        });
    }

    [Fact]
    public void NoPublishedCoverageReachesItsQuotaAtTheLowEndOfItsWinRates()
    {
        var segments = Published.Values.SelectMany(a => a.Segmentation.Segments);

        Assert.All(segments, s => Assert.True(PublishedCoverage.Of(s).ImpliedAttainment.Min < 1m));
    }

    [Fact]
    public void ThePolicyDoesNotApplyToMuleSoftAtExactlyTheThreshold()
    {
        ForecastFigures forecast = PublishedArchitectures.Ipaas2027.Forecast!;
        VendorCustomers vendor = forecast.Vendors.Single(v => v.Vendor == "MuleSoft");

        InstallBaseSplit split = InstallBaseCalculator.SplitTarget(
            forecast.InstallBase, vendor.EnterpriseCustomers, 1_000_000m);

        Assert.False(split.Applies);
    }

    private static Band<T> BandOf<T>(JsonElement pair)
        where T : struct, INumber<T>
    {
        var min = T.CreateChecked(pair[0].GetDecimal());
        return pair[1].ValueKind == JsonValueKind.Null
            ? Band.AtLeast(min)
            : Band.Between(min, T.CreateChecked(pair[1].GetDecimal()));
    }

    /// <summary>The upper end of a quoted open band: 24,000,000 of "680,000-24M+".</summary>
    private static long QuotedEnd(string quoted)
    {
        string end = quoted[(quoted.IndexOf('-') + 1)..].TrimEnd('+');
        long scale = end.EndsWith('M') ? 1_000_000 : 1;
        return long.Parse(end.TrimEnd('M').Replace(",", "", StringComparison.Ordinal)) * scale;
    }

    [Fact]
    public void PublishedFiguresOfASegmentAreFoundByItsName()
    {
        RevenueArchitecture ipaas = PublishedArchitectures.Ipaas2027;
        foreach (Segment segment in ipaas.Segmentation.Segments)
        {
            string name = segment.Name.ToUpperInvariant();
            Assert.Same(segment, ipaas.FindSegment(name));
            Assert.Equal(PublishedCoverage.Of(segment), ipaas.CoverageOf(name));
            Assert.Equal(segment.Name, Assert.Single(ipaas.CompPlansOf(name)).Segment);
        }

        Assert.Null(ipaas.FindSegment("Mid-Market"));
        Assert.Equal("SMB AE", ipaas.CompPlansOf("SMB Department-Level")[0].Role);
    }

    [Fact]
    public void AnUnpublishedSegmentIsRefusedByName()
    {
        const string Message =
            "segment was \"Mid-Market\"; a segment of iPaaS 2027 is expected: SMB Department-Level, "
                + "Mid-Market Cross-System, Enterprise Integration-CoE.";
        Refusal.With(Message, () => PublishedArchitectures.Ipaas2027.CompPlansOf("Mid-Market"));
        Refusal.With(Message, () => PublishedArchitectures.Ipaas2027.CoverageOf("Mid-Market"));
    }
}
