using System.Globalization;
using NodaTime;
using RevenueModel.Architectures;
using RevenueModel.Compensation;
using RevenueModel.Compensation.Checks;
using RevenueModel.Compensation.Design;
using RevenueModel.Compensation.Payout;
using RevenueModel.Compensation.Teams;
using RevenueModel.Forecasting;
using RevenueModel.Forecasting.Bulk;
using RevenueModel.Forecasting.InstallBase;
using RevenueModel.Pipeline;
using RevenueModel.Pipeline.Conversion;
using RevenueModel.Pipeline.Timing;
using RevenueModel.Primitives;
using RevenueModel.Primitives.Statistics;
using RevenueModel.Primitives.Tiers;
using RevenueModel.Segments;

namespace RevenueModel.Tests;

/// <summary>Every public record prints itself, the same in every culture.</summary>
public class PrintingTests
{
    private static readonly LocalDate Today = new(2026, 10, 5);

    private static readonly SalesProcess Process = SalesProcess.Of(
        new PipelineStage { Name = "Discovery", WinProbability = 0.125m },
        new PipelineStage { Name = "Proposal", WinProbability = 0.4m, ForecastCategory = ForecastCategory.Commit });

    private static readonly Opportunity Open = new()
    {
        Id = "D-1",
        Account = "Acme",
        Stage = "Proposal",
        Segment = "SMB",
        Motion = DealMotion.Expansion,
        Timeline = DealTimeline.Open(new LocalDate(2024, 1, 31), expectedClose: new LocalDate(2026, 12, 31)),
        Amount = 1_234_567.89m,
        BuyerEngagement = BuyerEngagement.Both,
        RegulatoryTrigger = new RegulatoryTrigger("NIS2", new LocalDate(2027, 1, 17)),
    };

    private static readonly Opportunity Won = Open with
    {
        Id = "D-2",
        Timeline = DealTimeline.Won(new LocalDate(2026, 1, 31), new LocalDate(2026, 3, 15)),
    };

    private static readonly Opportunity Lost = Open with
    {
        Id = "D-3",
        Timeline = DealTimeline.Lost(new LocalDate(2026, 1, 31), new LocalDate(2026, 5, 15)),
        BuyerEngagement = BuyerEngagement.It,
        Amount = 654_321.5m,
    };

    private static readonly Opportunity[] Deals = [Open, Won, Lost];

    private static readonly DualBuyerRates Rates = DualBuyerCalculator.Solve(0.225m, 0.4m, 2.375m);

    private static readonly InstallBasePolicy Policy = new() { AboveEnterpriseCustomers = 1_200, ExpansionShare = 0.705m };

    private static object[] Records()
    {
        RevenueArchitecture iot = PublishedArchitectures.IndustrialIot2027;
        RevenueArchitecture ipaas = PublishedArchitectures.Ipaas2027;
        PipelineSnapshot snapshot = PipelineSnapshot.Create(Deals, Process);
        Keyed<SnapshotGroup, SnapshotTotals> group = SnapshotCalculator.Group(snapshot, (SnapshotDimensions)63)[^1];
        WeightedForecast forecast = WeightedForecastCalculator.Forecast(Deals, Process);
        RegulatoryPipeline regulatory = RegulatoryCalculator.ByDeadlineQuarter(Deals);
        return
        [
            iot, ipaas, iot.BuyerMotion!, iot.Channel!, ipaas.Channel!, iot.Channel!.Expansion[0], iot.Forecast!,
            iot.Forecast!.Vendors[0], iot.Segmentation, iot.Segmentation.Segments[0],
            SegmentCalculator.ByAcv(iot.Segmentation, 60_000.5m),
            SegmentCalculator.ByAcv(iot.Segmentation, 0.5m),
            SegmentCalculator.Classify(iot.Segmentation, 51, 680_000m),
            CoverageCalculator.Compare(iot.Segmentation.Segments[2]),
            snapshot, group, group.Key, group.Value, SnapshotCalculator.Total(snapshot),
            forecast, forecast.Total, forecast.Cells, forecast.Cells[0], forecast.Cells[0].Key, forecast.Rollup(),
            InstallBaseCalculator.CompareMix(Policy, 1_500, forecast),
            InstallBaseCalculator.CompareMix(Policy, 1_100, forecast),
            InstallBaseCalculator.SplitTarget(Policy, 1_500, 1_234_567.89m),
            InstallBaseCalculator.SplitTarget(Policy, 1_100, 1_234_567.89m),
            Policy, Rates, DualBuyerCalculator.RaiseShare(Rates, 0.6m, 1_234_567.89m), DualBuyerCalculator.Measure(Deals),
            StageConversionCalculator.Measure(
                ["Discovery", "Proposal"],
                [new StageHistory { Stages = ["Discovery", "Proposal"], Outcome = DealOutcome.Won }]),
            new StageHistory { Stages = ["Discovery", "Proposal"], Outcome = DealOutcome.Won },
            WinRateCalculator.Measure(Deals), WinRateCalculator.Measure(Deals).CountInterval!.Value,
            Open, Won, Lost, Open.Timeline, Won.Timeline, default(DealTimeline), Open.RegulatoryTrigger!,
            Process, Process.Stages[0], new StageConversion { Name = "Proposal", ConversionRate = 0.125m },
            StageCalculator.ByStage(Deals, Process)[1],
            CycleCalculator.Measure(Deals), regulatory, regulatory.Quarters[0], VelocityCalculator.Measure(Deals),
            AgingCalculator.OlderThanAnyClosed(Deals, Today),
            Band.Between(0.125m, 1_234.5m), Band.AtLeast(-1.5), new Citation("iPaaS 2027", "2.1"),
            FiscalCalendar.StartingIn(2), new Keyed<LocalDate, decimal>(Today, 1.5m), RoundingPolicy.Cents,
            YearQuarter.Containing(Today), new ConfidenceInterval(0.1255, 0.2775, 0.955),
            (ValueList<LocalDate>)[Today], (ValueList<double>)[1.5, -2.25],
            iot.FindCompPlan("Mid-Market AE")!, ipaas.FindCompPlan("Enterprise AE")!, ipaas.FindCompPlan("CSM")!.Measures[0],
            iot.FindCompPlan("IT Solutions Consultant")!.Coverage! with { WinRateLossWithOne = 0.425m },
            iot.FindCompPlan("Mid-Market AE")!.FromBand(0.55m), iot.FindCompPlan("Mid-Market AE")!.FromBand(0.55m).Residual!,
            .. TeamRecords(iot.Segmentation.Segments),
        ];
    }

    private static IEnumerable<object> TeamRecords(ValueList<Segment> segments)
    {
        PayComponent component = new()
        {
            Measure = CompMeasure.NewArr,
            Target = 1_234_567.89m,
            Curve = PayoutCurve.Of(Tier.Between(0m, 0.905m, 0.5m), Tier.AtLeast(0.905m, 1.125m, TierMode.RetroactiveToFirstUnit)),
        };
        CompPlan plan = new() { Role = "AE", OnTargetEarnings = 98_765.43m, PayMix = PayMix.Of(50, 50), Components = [component] };
        CompPlan linear = plan with { Components = [component with { Curve = PayoutCurve.Linear }] };
        AttainmentDistribution normal = AttainmentDistribution.Normal(0.9125, 0.3575);
        TeamMember member = new() { Plan = plan, HeadCount = 1_200, Attainment = normal, Measures = [new MeasureAttainment(CompMeasure.NewArr, normal)] };
        TeamExpense team = TeamExpenseCalculator.Expect([member], normal);
        PlanComparison comparison = PlanComparisonCalculator.Compare(plan, linear, [12_345.67m, -0.5m]);
        return
        [
            normal, AttainmentDistribution.LogNormal(0.9125, 0.3575), AttainmentDistribution.Uniform(0.125, 1.625),
            AttainmentDistribution.Triangular(0.125, 0.5, 1.625), AttainmentDistribution.Empirical(0.125, 1.625),
            AttainmentDistribution.Certain(0.125), member, member.Measures[0], team, team.Members[0],
            EffectiveRateCalculator.Curve(plan, 0.125m, 1.5m, 2)[1], comparison, comparison.Deals[0], comparison.BreakEvens[0],
            new PlanNorms(), .. PlanCheckCalculator.Check(plan, [segments[0], segments[2]]).Select(finding => (object)finding),
        ];
    }

    [Fact]
    public void RecordsPrintTheSameInEveryCulture()
    {
        string[] invariant = Culture.In("", Print);
        foreach (string culture in Culture.Names)
        {
            bool isInvariant = string.Equals(
                "-1.5", Culture.In(culture, () => (-1.5m).ToString(CultureInfo.CurrentCulture)), StringComparison.Ordinal);
            Assert.False(isInvariant, culture + " prints numbers as no culture does, so that nothing is tested");
            Assert.Equal(invariant, Culture.In(culture, Print));
        }

        static string[] Print() => [.. Records().Select(record => record.ToString()!)];
    }

    [Fact]
    public void RecordsPrintInWordsOfTheirOwn() => Assert.All(Records(), record =>
    {
        string text = record.ToString()!;
        Assert.NotEmpty(text);
        Assert.DoesNotContain(" { ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("RevenueModel.", text, StringComparison.Ordinal);
    });

    [Fact]
    public void MessagesAreTheSameInEveryCulture()
    {
        string[] invariant = Culture.In("", Messages);
        foreach (string culture in Culture.Names)
        {
            Assert.Equal(invariant, Culture.In(culture, Messages));
        }

        static string[] Messages() =>
        [
            Message(() => Open with { Amount = -1_234.5m }),
            Message(() => Process.Stages[0] with { WinProbability = 12.5m }),
            Message(() => Band.Between(1.5m, -1.5m)),
            Message(() => DealTimeline.Won(Today, Today.PlusDays(-1))),
            Message(() => RoundingPolicy.Cents.ToMinorUnits(-0.001m)),
            Message(() => YearQuarter.Of(-2027, 1)),
            Message(() => ProportionCalculator.Wilson(-1.5, 2.5)),
            Message(() => DualBuyerCalculator.Solve(0.9m, 0.5m, 2.5m)),
            Message(() => SegmentCalculator.ByAcv(PublishedArchitectures.Ipaas2027.Segmentation, -0.5m)),
            Message(() => AllocationCalculator.ByLargestRemainder(1m, [-0.5m], RoundingPolicy.Cents)),
            Message(() => QuantileCalculator.Quantile([3, -1], 0.5m)),
            Message(() => PipelineSnapshot.Create([Open with { Amount = 0.001m }], Process)),
        ];

        // What .NET itself adds to a message, the actual value on a line of its own, follows the culture.
        static string Message(Func<object?> refused) =>
            Assert.ThrowsAny<ArgumentException>(refused).Message.Split(Environment.NewLine)[0];
    }
}
