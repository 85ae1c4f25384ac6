using FsCheck;
using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Forecasting;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Tests.Forecasting.Bookings;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Forecasting.Backtest;

public class BacktestCalculatorTests
{
    private static readonly BacktestOptions Options = new()
    {
        From = new(2027, 5, 1), ObservedThrough = new(2027, 8, 31), HorizonDays = 30, StepDays = 10,
    };

    // Everything after the first forecast is replaced by something else. The forecast is the same, the outcome is not.
    [Property(MaxTest = 15)]
    public bool AFutureFactHasNoEffectOnTheForecast(PositiveInt seed)
    {
        Opportunity[] deals = BookingsForecastCalculatorTests.Book(seed.Get);
        Opportunity[] others =
        [
            .. deals.Select(deal => deal.Closed <= Options.From ? deal
                : deal with
                {
                    Stage = "Planted",
                    Amount = 1_000_000m,
                    ForecastCategory = ForecastCategory.Commit,
                    Timeline = DealTimeline.Won(
                        deal.Created,
                        deal.Created > Options.From ? deal.Created!.Value.PlusDays(1) : Options.From.PlusDays(1)),
                }),
            new()
            {
                Id = "planted", Stage = "Won", Amount = 5_000_000m,
                Timeline = DealTimeline.Won(Options.From.PlusDays(1), Options.From.PlusDays(2)),
            },
        ];
        BacktestCase one = BacktestCalculator.Run(deals, Options).Cases[0];
        BacktestCase other = BacktestCalculator.Run(others, Options).Cases[0];
        return one.Mean == other.Mean
            && one.P10 == other.P10
            && one.P90 == other.P90
            && one.PeriodBefore == other.PeriodBefore
            && one.WinRateTimesOpen == other.WinRateTimesOpen
            && one.TargetProbability == other.TargetProbability
            && other.Actual > one.Actual;
    }

    [Fact]
    public void AStageOfALaterDayIsNotKnown()
    {
        LocalDate created = Options.From.PlusDays(-30);
        Opportunity open = new()
        {
            Id = "O", Stage = "Any", Timeline = DealTimeline.Open(created, created.PlusDays(3)),
        };
        Opportunity moved = open with { Timeline = DealTimeline.Open(created, Options.From.PlusDays(9)) };
        foreach (Opportunity deal in (Opportunity[])[open, moved])
        {
            _ = BacktestCalculator.Run([deal], Options, known =>
            {
                Assert.Null(known.Opportunities[0].StageEntered);
                Assert.Equal(KnownDeals.UnknownStage, known.Opportunities[0].Stage);
                return DistributionCalculator.Forecast([UncertainDeal.Of(1m, 0.5)]);
            });
        }
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(1e-5)]
    public void AForecastThatDropsMassIsScored(double dropped)
    {
        Opportunity[] deals = BookingsForecastCalculatorTests.Book(3);
        RevenueModel.Forecasting.Backtest exact = BacktestCalculator.Run(deals, Options);
        RevenueModel.Forecasting.Backtest loose = BacktestCalculator.Run(
            deals,
            Options,
            new BookingsForecastOptions { Distribution = new DistributionOptions { DroppedMass = dropped } });

        Assert.Equal(exact.Crps!.Value, loose.Crps!.Value, 0.01 * exact.Crps.Value);
    }

    [Fact]
    public void OnlyObservedPeriodsAreScored()
    {
        RevenueModel.Forecasting.Backtest backtest = BacktestCalculator.Run(
            BookingsForecastCalculatorTests.Book(3), Options);

        Assert.Equal(10, backtest.Cases.Count);
        Assert.Equal(new LocalDate(2027, 7, 30), backtest.Cases[^1].AsOf);
        Assert.Equal(
            [new(2027, 8, 9), new(2027, 8, 19), new(2027, 8, 29)], backtest.NotObserved);
    }

    [Property(MaxTest = 15)]
    public bool ActualsAndBaselinesAreThoseOfTheDeals(PositiveInt seed)
    {
        Opportunity[] deals = BookingsForecastCalculatorTests.Book(seed.Get);
        decimal Won(LocalDate after, LocalDate through) => deals
            .Where(deal => deal.Outcome == DealOutcome.Won && deal.Closed > after && deal.Closed <= through)
            .Sum(deal => deal.Amount ?? 0m);
        return BacktestCalculator.Run(deals, Options).Cases.All(one =>
            one.Actual == Won(one.AsOf, one.AsOf.PlusDays(30))
            && one.PeriodBefore == Won(one.AsOf.PlusDays(-30), one.AsOf)
            && one.Period == DateSpan.Between(one.AsOf.PlusDays(1), one.AsOf.PlusDays(31))
            && one.Target == one.PeriodBefore);
    }

    [Fact]
    public void ACertainForecastIsScoredByItsError()
    {
        Opportunity[] deals = BookingsForecastCalculatorTests.Book(5);
        RevenueModel.Forecasting.Backtest backtest = BacktestCalculator.Run(
            deals,
            Options with { Target = 1m },
            known => DistributionCalculator.Forecast([UncertainDeal.Of(5_000m, 1)]));

        Assert.All(backtest.Cases, one => Assert.Equal((double)Math.Abs(5_000m - one.Actual), one.Crps, 1e-9));
        Assert.Equal(backtest.Cases.Average(one => 5_000 - (double)one.Actual), backtest.Bias!.Value, 1e-9);
        Assert.All(backtest.Cases, one => Assert.Equal(1, one.TargetProbability));
        Assert.Equal(backtest.Cases.Average(one => one.Crps), backtest.SkillOverPeriodBefore!.Score, 1e-9);
    }

    [Fact]
    public void OpenDealsAreKnownByWhatExistsAtCreation()
    {
        var deal = new Opportunity
        {
            Id = "A",
            Stage = "Won",
            Amount = 10m,
            Account = "Acme",
            Segment = "Enterprise",
            BuyerEngagement = BuyerEngagement.OT,
            Timeline = DealTimeline.Won(
                new(2027, 4, 1), new(2027, 6, 1), new(2027, 6, 1), stageEntered: new(2027, 5, 20)),
        };
        var seen = new List<KnownDeals>();
        ForecastDistribution Forecast(KnownDeals known)
        {
            seen.Add(known);
            return DistributionCalculator.Forecast([UncertainDeal.Of(1m, 0.5)]);
        }

        BacktestCalculator.Run([deal], Options, Forecast);
        BacktestCalculator.Run([deal], Options with { Amounts = AmountKnown.AtCreation }, Forecast);

        Opportunity known = Assert.Single(seen[0].Opportunities);
        Assert.Equal(KnownDeals.UnknownStage, known.Stage);
        Assert.Null(known.Amount);
        Assert.Null(known.BuyerEngagement);
        Assert.Equal("Enterprise", known.Segment);
        Assert.Equal(DealTimeline.Open(new(2027, 4, 1)), known.Timeline);
        Assert.Equal(10m, seen[10].Opportunities[0].Amount);
        Assert.Equal(deal, seen[9].Opportunities[0]);
    }

    [Fact]
    public void OptionsThatDoNotFitAreRefused()
    {
        Refusal.Any<ArgumentException>(
            () => BacktestCalculator.Run([], Options with { From = new(2028, 1, 1) }));
        Refusal.Any<ArgumentException>(() => Options with { HorizonDays = 0 });
        Refusal.Any<ArgumentNullException>(
            () => BacktestCalculator.Run(BookingsForecastCalculatorTests.Book(1), Options, _ => null!));
    }
}
