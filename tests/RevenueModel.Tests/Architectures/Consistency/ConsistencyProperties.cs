using FsCheck.Xunit;
using RevenueModel.Architectures;
using RevenueModel.Expansion;
using RevenueModel.Packaging;
using RevenueModel.Primitives;
using RevenueModel.Segments;
using RevenueModel.Tests.Json;

namespace RevenueModel.Tests.Architectures;

/// <summary>Laws of a review of any architecture.</summary>
public class ConsistencyProperties
{
    private const decimal Largest = decimal.MaxValue;
    private const decimal Smallest = 0.000_000_000_000_000_000_000_000_000_1m;

    public static TheoryData<decimal> EachExtreme => [0m, Smallest, 1m, Largest];

    [Fact]
    public void AnyArchitectureIsReviewedTheSameWayTwice()
    {
        RevenueArchitecture previous = PublishedArchitectures.OtSecurity2027;
        for (int seed = 0; seed < 400; seed++)
        {
            var architecture = new RecordDice(seed).Of<RevenueArchitecture>();
            ConsistencyReport report = ConsistencyCalculator.Review(architecture);

            Assert.Equal(report, ConsistencyCalculator.Review(architecture));
            Assert.Equal(report.ToText(), ConsistencyCalculator.Review(architecture).ToText());
            _ = ConsistencyCalculator.Compare(previous, architecture).ToMarkdown();
            previous = architecture;
        }
    }

    [Theory, MemberData(nameof(EachExtreme))]
    public void FiguresAtTheEndsOfADecimalAreReviewed(decimal figure)
    {
        decimal positive = Math.Max(figure, Smallest);
        var segment = new Segment
        {
            Name = "Everyone",
            SizeUnit = "employees",
            Size = Band.AtLeast(0L),
            Acv = Band.AtLeast(figure),
            CycleMonths = Band.Between(0, int.MaxValue),
            CycleDays = Band.AtLeast(int.MaxValue),
            WinRate = Band.Between(0m, 1m),
            Stage2ToCloseRate = 1m,
            CoverageTarget = positive,
            CoverageTargetAtStage2 = Largest,
            NrrTarget = Band.AtLeast(figure),
        };
        var architecture = new RevenueArchitecture
        {
            Name = "Extreme",
            Segmentation = Segmentation.Of(segment),
            NrrTarget = Band.Between(figure, Largest),
            BuyerMotion = new BuyerMotionFigures
            {
                DualBuyerWinRate = 0m,
                SingleBuyerWinRate = Smallest,
                StatedRatio = positive,
            },
            NrrDisclosed = [new DisclosedNrr { Vendor = "V", Year = 1, Nrr = figure, PricingModel = "usage" }],
            Pricing = new PricingFigures
            {
                PredictableTiers = PricingRetention.Of("tiers", Smallest),
                PureUsage = PricingRetention.Of("usage", 0m, Band.Between(0m, 1m)),
                StatedRetentionGapPoints = Band.AtLeast(figure),
            },
            Expansion = new ExpansionFigures
            {
                Volume = ExpansionCurve.Years([1e-28, (double)figure, 7e28]),
                AcvMultiple = ExpansionCurve.Years([1e-28, 7e28, (double)figure]),
                StatedVolumeGrowthPerYear = figure,
                ExpansionLagPoints = Band.AtLeast(figure),
            },
            LandAndExpand = new LandAndExpandFigures
            {
                Benchmark = new SiteBenchmark
                {
                    HealthySitesPerYear = Band.Between(figure, Largest),
                    ArrPerSite = Band.Between(figure, Largest),
                    PilotArr = Smallest,
                    LicenseArr = positive,
                    LicenseSites = int.MaxValue,
                },
            },
            Forecast = PublishedArchitectures.Ipaas2027.Forecast,
        };

        ConsistencyReport report = ConsistencyCalculator.Review(architecture);

        Assert.NotEmpty(report.Checks);
        Assert.NotEmpty(report.ToText());
        Assert.NotEmpty(report.ToMarkdown());
    }

    [Fact]
    public void ArchitectureWithoutFiguresHasNoChecks() =>
        Assert.Empty(ConsistencyCalculator.Review(new RevenueArchitecture { Name = "Empty" }).Checks);

    [Property]
    public bool GapOfRetentionEqualToTheDifferenceAgrees(byte tiers, byte usage)
    {
        decimal high = Math.Max(tiers, usage) / 255m;
        decimal low = Math.Min(tiers, usage) / 255m;
        var pricing = new PricingFigures
        {
            PredictableTiers = PricingRetention.Of("tiers", high),
            PureUsage = PricingRetention.Of("usage", low),
            StatedRetentionGapPoints = Band.Between((high - low) * 100m, (high - low) * 100m),
        };
        PricingFigures wrong = pricing with { StatedRetentionGapPoints = Band.AtLeast(((high - low) * 100m) + 1m) };

        return VerdictOf(With(pricing)) == ConsistencyVerdict.Agrees
            && VerdictOf(With(wrong)) == ConsistencyVerdict.Contradicts;

        static RevenueArchitecture With(PricingFigures pricing) => new() { Name = "Any", Pricing = pricing };
        static ConsistencyVerdict VerdictOf(RevenueArchitecture one) =>
            ConsistencyCalculator.Review(one).ChecksOf(ConsistencyRule.RetentionGap)[0].Verdict;
    }

    [Property]
    public bool WinRateOfAnyMixOfDealsAgrees(byte dual, byte oneBuyer, byte lowShare, byte highShare)
    {
        var motion = new BuyerMotionFigures
        {
            DualBuyerWinRate = dual / 255m,
            SingleBuyerWinRate = (oneBuyer + 1) / 256m,
        };
        decimal one = Mix(motion, lowShare / 255m);
        decimal other = Mix(motion, highShare / 255m);
        RevenueArchitecture architecture = OneSegment(static segment => segment) with { BuyerMotion = motion };
        architecture = architecture with
        {
            Segmentation = Segmentation.Of(architecture.Segmentation.Segments[0] with
            {
                WinRate = Band.Between(Math.Min(one, other), Math.Max(one, other)),
            }),
        };

        return ConsistencyCalculator.Review(architecture)
            .ChecksOf(ConsistencyRule.WinRateOfBuyerMix)[0].Verdict == ConsistencyVerdict.Agrees;
    }

    // The product of a rounded quotient can miss one by the last digit.
    [Property]
    public bool CoverageOfOneOverTheCloseRateClosesTheQuota(byte rate)
    {
        decimal close = (rate + 1) / 256m;
        ConsistencyVerdict VerdictAt(decimal coverage) => ConsistencyCalculator.Review(
            OneSegment(segment => segment with { Stage2ToCloseRate = close, CoverageTarget = coverage }))
            .ChecksOf(ConsistencyRule.CoverageTimesCloseRate)[0].Verdict;

        return VerdictAt((1m / close) + 0.000_001m) == ConsistencyVerdict.Agrees
            && VerdictAt((1m / close) - 0.000_001m) == ConsistencyVerdict.Contradicts;
    }

    [Property]
    public bool CompoundVolumesAgreeWithTheirGrowth(byte percent, byte start)
    {
        decimal growth = percent / 100m;
        decimal first = start + 1m;
        var expansion = new ExpansionFigures
        {
            Volume = ExpansionCurve.Years(
                [(double)first, (double)(first * (1m + growth)), (double)(first * (1m + growth) * (1m + growth))]),
            StatedVolumeGrowthPerYear = growth,
        };
        var architecture = new RevenueArchitecture { Name = "Any", Expansion = expansion };

        return ConsistencyCalculator.Review(architecture)
            .ChecksOf(ConsistencyRule.CompoundGrowth)[0].Verdict != ConsistencyVerdict.Contradicts;
    }

    [Property]
    public bool ShareOfDealsWithBothBuyersGivesTheWinRate(byte dual, byte oneBuyer, byte winRate)
    {
        var motion = new BuyerMotionFigures
        {
            DualBuyerWinRate = dual / 255m,
            SingleBuyerWinRate = (oneBuyer + 1) / 256m,
        };
        decimal rate = winRate / 255m;
        RevenueArchitecture architecture =
            OneSegment(segment => segment with { WinRate = Band.Between(rate, rate) }) with { BuyerMotion = motion };
        ConsistencyCheck check = ConsistencyCalculator.Review(architecture)
            .ChecksOf(ConsistencyRule.WinRateOfBuyerMix)[0];
        Band<decimal>? share = check.FindImplied("share of deals with both buyers at the low end")!.Value;

        return share is { } given
            ? Math.Abs(Mix(motion, given.Min) - rate) < 1e-20m
            : check.Verdict == ConsistencyVerdict.Contradicts || dual / 255m == (oneBuyer + 1) / 256m;
    }

    private static decimal Mix(BuyerMotionFigures motion, decimal share) =>
        motion.SingleBuyerWinRate + (share * (motion.DualBuyerWinRate - motion.SingleBuyerWinRate));

    private static RevenueArchitecture OneSegment(Func<Segment, Segment> change) => new()
    {
        Name = "Any",
        Segmentation = Segmentation.Of(change(PublishedArchitectures.Ipaas2027.Segmentation.Segments[0])),
    };
}
