using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Pipeline;

public class RegulatoryDeadlineCalculatorTests
{
    [Fact]
    public void TheDrivenPipelineIsGroupedByTheQuarterOfItsDeadline()
    {
        Opportunity[] deals =
        [
            Driven(300m, new LocalDate(2027, 4, 18)),
            Driven(100m, new LocalDate(2027, 1, 1)),
            Driven(50m, new LocalDate(2027, 3, 31)),
            Driven(25m, deadline: null), TestOpportunities.Open(525m),
            TestOpportunities.Won(1m) with { RegulatoryTrigger = new RegulatoryTrigger { Name = "NERC CIP" } },
        ];

        RegulatoryPipeline pipeline = RegulatoryDeadlineCalculator.Measure(deals);

        Assert.Equal(
            [
                new RegulatoryQuarter(YearQuarter.Of(2027, 1), 2, 150m, 0.15m),
                new RegulatoryQuarter(YearQuarter.Of(2027, 2), 1, 300m, 0.30m),
                new RegulatoryQuarter(null, 1, 25m, 0.025m),
            ],
            pipeline.Quarters);
        Assert.Equal(4, pipeline.DrivenCount);
        Assert.Equal(0.475m, pipeline.ShareByAmount);
        Assert.Equal(0.8m, pipeline.ShareByCount);
    }

    [Fact]
    public void QuartersFollowTheFiscalCalendar() =>
        Assert.Equal(
            YearQuarter.Of(2027, 4),
            RegulatoryDeadlineCalculator.Measure(
                [Driven(1m, new LocalDate(2026, 12, 15))], FiscalCalendar.StartingIn(2)).Quarters[0].Quarter);

    [Fact]
    public void SharesOfNothingAreUndefined()
    {
        RegulatoryPipeline pipeline = RegulatoryDeadlineCalculator.Measure([]);

        Assert.Null(pipeline.ShareByAmount);
        Assert.Null(pipeline.ShareByCount);
    }

    [Fact]
    public void SharesOfAGroupAreOfItsOwnPipeline()
    {
        List<Opportunity> deals =
        [
            Driven(300m, new LocalDate(2027, 4, 18)) with { Segment = "SMB" },
            TestOpportunities.Open(100m) with { Segment = "SMB" },
            TestOpportunities.Open(50m) with { Segment = "Enterprise" },
        ];

        var bySegment = RegulatoryDeadlineCalculator.BySegment(deals);

        Assert.Equal([0m, 0.75m], bySegment.Select(line => line.Value.ShareByAmount));
        Assert.Equal(bySegment, RegulatoryDeadlineCalculator.By(deals, deal => deal.Segment, StringComparer.Ordinal));
        Assert.Equal("1 of 2 open deals, 75.0% of the amount, driven by regulation", bySegment[1].Value.ToString());
    }

    [Fact]
    public void TheDealThatOverflowsIsNamed()
    {
        Opportunity last = TestOpportunities.Open(1m);

        var refused = Refusal.By<ArgumentException>(
            "opportunities",
            () => RegulatoryDeadlineCalculator.Measure([TestOpportunities.Open(decimal.MaxValue), last]));

        Assert.Contains($"Opportunity {last.Id}, ", refused.Message, StringComparison.Ordinal);
    }

    [Property]
    public bool QuartersHoldEveryDrivenDealOnce(DealBook book, FiscalCalendar calendar)
    {
        RegulatoryPipeline pipeline = RegulatoryDeadlineCalculator.Measure(book.Deals.AsSpan(), calendar);
        return pipeline.DrivenCount == book.Deals.Count(deal => deal.IsOpen && deal.RegulatoryTrigger is not null)
            && pipeline.DrivenAmount <= pipeline.OpenAmount;
    }

    private static Opportunity Driven(decimal amount, LocalDate? deadline) =>
        TestOpportunities.Open(amount) with
        {
            RegulatoryTrigger = new RegulatoryTrigger { Name = "EU NIS2", Deadline = deadline },
        };
}
