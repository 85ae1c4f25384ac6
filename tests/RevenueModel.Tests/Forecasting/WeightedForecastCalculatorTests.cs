using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Forecasting;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Forecasting;

public class WeightedForecastCalculatorTests
{
    private static readonly LocalDate March = new(2027, 3, 10);
    private static readonly LocalDate April = new(2027, 4, 20);

    [Fact]
    public void OpenDealsCountInTheirExpectedMonthAndWonOnesInFull()
    {
        Opportunity[] deals =
        [
            TestOpportunities.Open(1_000m, "Discovery", expected: March),
            TestOpportunities.Open(1_000m, "Proposal", expected: April),
            TestOpportunities.Won(700m, closed: March),
            TestOpportunities.Lost(9_000m, closed: March),
            TestOpportunities.Open(50m),
        ];

        WeightedForecast forecast = WeightedForecastCalculator.Forecast(TestOpportunities.Process, deals);

        Assert.Equal(
            [
                new Keyed<YearMonth?, ForecastAmounts>(
                    new YearMonth(2027, 3), new ForecastAmounts(2, 0, 1_700m, 900m)),
                new Keyed<YearMonth?, ForecastAmounts>(
                    new YearMonth(2027, 4), new ForecastAmounts(1, 0, 1_000m, 500m)),
                new Keyed<YearMonth?, ForecastAmounts>(null, new ForecastAmounts(1, 0, 50m, 25m)),
            ],
            forecast.ByMonth());
    }

    [Fact]
    public void CategoriesRollUpAsCrmForecastsDo()
    {
        Opportunity open = TestOpportunities.Open(100m, "Discovery", expected: March);
        Opportunity[] deals =
        [
            TestOpportunities.Won(1_000m, closed: March),
            open with { ForecastCategory = ForecastCategory.Commit, Amount = 200m },
            TestOpportunities.Open(30m, "Proposal", expected: March),
            open,
            open with { ForecastCategory = ForecastCategory.Omitted, Amount = 7m },
            TestOpportunities.Lost(9_000m, closed: March),
        ];

        CategoryRollup rollup = WeightedForecastCalculator.Forecast(TestOpportunities.Process, deals).Rollup();

        Assert.Equal(1_000m, rollup.Closed.Amount);
        Assert.Equal(1_200m, rollup.CommitForecast.Amount);
        Assert.Equal(1_230m, rollup.BestCaseForecast.Amount);
        Assert.Equal(1_330m, rollup.PipelineForecast.Amount);
        Assert.Equal(9_007m, rollup.Omitted.Amount);
        Assert.Equal(0m, rollup.Omitted.Weighted);
        Assert.Equal(1_000m + 40m + 15m + 20m, rollup.PipelineForecast.Weighted);
    }

    [Fact]
    public void OmittedDealsStandOnlyWhereCategoriesAreShown()
    {
        WeightedForecast forecast = WeightedForecastCalculator.Forecast(
            TestOpportunities.Process,
            [TestOpportunities.Lost(9_000m, closed: March), TestOpportunities.Open(10m, expected: March)]);

        Assert.Equal(10m, forecast.Total.Amount);
        Assert.Equal(10m, forecast.ByQuarter().Single().Value.Amount);
        Assert.Equal(10m, forecast.BySegment().Single().Value.Amount);
        Assert.Equal(10m, forecast.ByMotion().Single().Value.Amount);
        Assert.Equal(
            [ForecastCategory.Omitted, ForecastCategory.BestCase], forecast.ByCategory().Select(line => line.Key));
        Assert.Equal(9_000m, forecast.Rollup().Omitted.Amount);
    }

    [Fact]
    public void AnOpenDealThatSaysItIsClosedIsRefused()
    {
        Opportunity deal = TestOpportunities.Open(1m) with { ForecastCategory = ForecastCategory.Closed };

        var error = Refusal.By<ArgumentException>(
            () => WeightedForecastCalculator.Forecast(TestOpportunities.Process, [deal]));

        Assert.Contains(deal.Id, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void QuartersFollowTheFiscalCalendar()
    {
        WeightedForecast forecast = WeightedForecastCalculator.Forecast(
            TestOpportunities.Process,
            [
                TestOpportunities.Open(10m, expected: new LocalDate(2027, 1, 31)),
                TestOpportunities.Open(20m, expected: new LocalDate(2027, 2, 1)),
            ]);

        Assert.Equal(
            new YearQuarter?[] { YearQuarter.Of(2027, 4), YearQuarter.Of(2028, 1) },
            forecast.ByQuarter(FiscalCalendar.StartingIn(2)).Select(line => line.Key));
        Assert.Equal(30m, forecast.ByQuarter().Single().Value.Amount);
    }

    [Fact]
    public void DealsWithoutAnAmountAreCountedAndAddNothing()
    {
        ForecastAmounts total = WeightedForecastCalculator.Forecast(
            TestOpportunities.Process, [TestOpportunities.Open(
                null, expected: March), TestOpportunities.Open(10m, expected: March)]).Total;

        Assert.Equal(new ForecastAmounts(2, 1, 10m, 5m), total);
    }

    [Fact]
    public void StagesThatDifferInCaseAreOneCell()
    {
        WeightedForecast forecast = WeightedForecastCalculator.Forecast(
            TestOpportunities.Process,
            [
                TestOpportunities.Open(1m, "proposal", expected: March),
                TestOpportunities.Open(1m, "PROPOSAL", expected: March),
            ]);

        Assert.Equal("Proposal", forecast.Cells.Single().Key.Stage);
    }

    [Fact]
    public void StagesComeInTheOrderOfTheProcessAndWonDealsLast()
    {
        SalesProcess process = SalesProcess.Of(
            new PipelineStage { Name = "Qualify", WinProbability = 0.1m },
            new PipelineStage { Name = "Demo", WinProbability = 0.2m },
            new PipelineStage { Name = "Contract", WinProbability = 0.8m });
        WeightedForecast forecast = WeightedForecastCalculator.Forecast(
            process,
            [
                TestOpportunities.Won(9m),
                TestOpportunities.Open(10m, "contract"),
                TestOpportunities.Open(100m, "Qualify"),
                TestOpportunities.Lost(1m),
            ]);

        Assert.Equal(["Qualify", "Contract", null], forecast.ByStage().Select(line => line.Key));
        Assert.Equal([10m, 8m, 9m], forecast.ByStage().Select(line => line.Value.Weighted));
    }

    [Fact]
    public void EveryKindOfCollectionIsForecastAlike()
    {
        Opportunity[] array = [TestOpportunities.Open(10m), TestOpportunities.Won(5m)];
        List<Opportunity> list = [.. array];
        IReadOnlyList<Opportunity> readOnly = list;
        ValueList<Opportunity> valueList = [.. array];
        SalesProcess process = TestOpportunities.Process;
        WeightedForecast expected = WeightedForecastCalculator.Forecast(process, array.AsSpan());

        Assert.Equal(expected, WeightedForecastCalculator.Forecast(process, array));
        Assert.Equal(expected, WeightedForecastCalculator.Forecast(process, list));
        Assert.Equal(expected, WeightedForecastCalculator.Forecast(process, readOnly));
        Assert.Equal(expected, WeightedForecastCalculator.Forecast(process, valueList));
        Assert.Equal(expected, WeightedForecastCalculator.Forecast(process, array.Where(deal => deal.Amount > 0m)));
        Assert.Equal(expected, WeightedForecastCalculator.Forecast(process, [array[0], array[1]]));
        IEnumerable<Opportunity> none = null!;
        Refusal.By<ArgumentNullException>("opportunities", () => WeightedForecastCalculator.Forecast(process, none));
        Refusal.By<ArgumentNullException>(
            "opportunities", () => WeightedForecastCalculator.Forecast(process, [null!]));
    }

    [Fact]
    public void TheDealThatOverflowsIsNamed()
    {
        Opportunity largest = TestOpportunities.Won(decimal.MaxValue, closed: March);
        Opportunity last = TestOpportunities.Open(1m, expected: April);

        var refused = Refusal.By<ArgumentException>(
            "opportunities", () => WeightedForecastCalculator.Forecast(TestOpportunities.Process, [largest, last]));

        Assert.Contains($"Opportunity {last.Id}, ", refused.Message, StringComparison.Ordinal);
        WeightedForecast forecast = WeightedForecastCalculator.Forecast(TestOpportunities.Process, [largest]);
        Assert.Equal(decimal.MaxValue, forecast.Total.Weighted);
        ForecastAmounts total = forecast.Total;
        Refusal.By<ArgumentException>("other", () => total.Add(new ForecastAmounts(1, 0, 1m, 1m)));
        Refusal.By<ArgumentException>("right", () => total + new ForecastAmounts(1, 0, 1m, 1m));
    }

    [Property]
    public bool TheTotalIsTheSumOverDealsOfAmountTimesWeight(DealBook book)
    {
        decimal expected = 0m;
        foreach (Opportunity deal in book.Deals)
        {
            decimal probability = deal.Outcome switch
            {
                DealOutcome.Won => 1m,
                DealOutcome.Lost => 0m,
                _ => book.Process.Stages.Single(stage => string.Equals(
                    stage.Name, deal.Stage, StringComparison.OrdinalIgnoreCase)) is var stage
                    && (deal.ForecastCategory ?? stage.ForecastCategory) != ForecastCategory.Omitted
                        ? stage.WinProbability
                        : 0m,
            };
            expected += (deal.Amount ?? 0m) * probability;
        }

        return WeightedForecastCalculator.Forecast(book.Process, book.Span).Total.Weighted == expected;
    }

    [Property]
    public bool EveryWayToReadAForecastSumsToItsTotal(DealBook book, FiscalCalendar calendar)
    {
        WeightedForecast forecast = WeightedForecastCalculator.Forecast(book.Process, book.Span);
        ForecastAmounts total = forecast.Total;
        return Sum(forecast.ByMonth()) == total
            && Sum(forecast.ByQuarter(calendar)) == total
            && Sum(forecast.BySegment()) == total
            && Sum(forecast.ByMotion()) == total && Sum(forecast.ByStage()) == total
            && Sum(forecast.ByCategory()) == total + forecast.Rollup().Omitted
            && forecast.RollupByQuarter(calendar).Aggregate(default(ForecastAmounts), (
                sum, line) => sum + line.Value.PipelineForecast) == total;
    }

    [Property]
    public bool NoLineIsExpectedToBringInMoreThanItsAmount(DealBook book) =>
        WeightedForecastCalculator.Forecast(book.Process, book.Span).Cells
            .All(cell => cell.Value.Weighted >= 0m && cell.Value.Weighted <= cell.Value.Amount);

    [Property]
    public bool TheOrderOfDealsChangesNothing(DealBook book) =>
        WeightedForecastCalculator.Forecast(book.Process, book.Span)
            == WeightedForecastCalculator.Forecast(book.Process, [.. book.Deals.Reverse()]);

    [Property]
    public bool PartsOfAPipelineMerge(DealBook book)
    {
        int half = book.Deals.Count / 2;
        ForecastAmounts merged = WeightedForecastCalculator.Forecast(book.Process, book.Span[..half]).Total
            + WeightedForecastCalculator.Forecast(book.Process, book.Span[half..]).Total;
        return merged == WeightedForecastCalculator.Forecast(book.Process, book.Span).Total;
    }

    private static ForecastAmounts Sum<TKey>(ValueList<Keyed<TKey, ForecastAmounts>> lines) =>
        lines.Aggregate(default(ForecastAmounts), (sum, line) => sum + line.Value);
}
