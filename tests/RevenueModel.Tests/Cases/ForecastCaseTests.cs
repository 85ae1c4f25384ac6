using System.Text.Json;
using NodaTime;
using RevenueModel.Forecasting;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Cases;

/// <summary>Worked examples of other systems; each says its source in <c>Data/cases/forecast.json</c>.</summary>
public class ForecastCaseTests
{
    [Fact]
    [Case("fcst-002")]
    public void AForecastByMonthCountsAWonDealInFullInItsMonth()
    {
        JsonElement example = TestData.Case("fcst-002");
        var months = new Dictionary<string, LocalDate>(StringComparer.Ordinal)
        {
            ["Jun"] = new(2025, 6, 15), ["Jul"] = new(2025, 7, 15), ["Aug"] = new(2025, 8, 15),
        };
        var deals = example.GetProperty("inputs").GetProperty("deals").EnumerateArray().Select(deal =>
        {
            LocalDate date = months[deal[3].GetString()!];
            return new Opportunity
            {
                Id = deal[0].GetString()!,
                Amount = deal[1].GetDecimal(),
                Stage = "Half",
                Timeline = deal[2].GetDecimal() == 1m
                    ? DealTimeline.Won(closed: date)
                    : DealTimeline.Open(expectedClose: date),
            };
        }).ToArray();
        SalesProcess process = SalesProcess.Of(new PipelineStage { Name = "Half", WinProbability = 0.5m });

        var byMonth = WeightedForecastCalculator.Forecast(process, deals).ByMonth();

        Assert.Equal(
            example.GetProperty("expected").EnumerateArray().Select(e => e.GetDecimal()),
            byMonth.Select(line => line.Value.Weighted));
    }

    [Fact]
    [Case("fcst-003")]
    public void SalesVelocityIsPerDay()
    {
        JsonElement example = TestData.Case("fcst-003");
        JsonElement inputs = example.GetProperty("inputs");

        decimal perDay = VelocityCalculator.PipelineVelocity(
            inputs.GetProperty(
                "opps").GetInt64(), inputs.Decimal("deal"), inputs.Decimal("win"), inputs.Decimal("days"))!.Value;

        CaseAssert.Close(example, "per_day", perDay);
        CaseAssert.Close(example, "per_month", perDay * 30m);
    }

    [Fact]
    [Case("fcst-005")]
    public void CoverageIsOnTheRemainingQuota()
    {
        JsonElement example = TestData.Case("fcst-005");
        JsonElement inputs = example.GetProperty("inputs");
        decimal open = inputs.Decimal("open");
        decimal remaining = inputs.Decimal("remaining_quota");
        decimal winRate = inputs.Decimal("win");

        decimal coverage = CoverageCalculator.Coverage(open, remaining)!.Value;
        decimal attainment = CoverageCalculator.ExpectedAttainment(coverage, winRate);

        CaseAssert.Close(example, "coverage", coverage);
        CaseAssert.Close(example, "required", CoverageCalculator.CoverageTarget(winRate)!.Value);
        CaseAssert.Close(example, "pct_of_remaining", attainment);
        CaseAssert.Close(example, "expected", attainment * remaining);
    }

    [Fact]
    [Case("fcst-006")]
    public void CoverageTargetIsNetOfWhatThePeriodCreatesAndCloses()
    {
        JsonElement example = TestData.Case("fcst-006");
        JsonElement inputs = example.GetProperty("inputs");

        decimal? target = CoverageCalculator.CoverageTarget(inputs.Decimal("win"), inputs.Decimal("create_and_close"));

        Assert.Equal(example.Decimal("expected"), target);
    }

    [Theory]
    [Case("fcst-008")]
    [InlineData("A", 0, 1)]
    [InlineData("B", 5, 0)]
    public void WinRateByCountAndByValueTellDifferentStories(string scenario, int smallWon, int largeWon)
    {
        JsonElement expected = TestData.Case("fcst-008").GetProperty("expected").GetProperty(scenario);
        var deals = Enumerable.Range(0, 10)
            .Select(i => i < smallWon ? TestOpportunities.Won(10_000m) : TestOpportunities.Lost(10_000m))
            .Append(largeWon == 1 ? TestOpportunities.Won(500_000m) : TestOpportunities.Lost(500_000m))
            .ToArray();

        WinRate rate = WinRateCalculator.Measure(deals);

        // The source cuts to two places; both rates are given in full.
        Assert.Equal(expected[0].GetDecimal(), decimal.Round(rate.ByCount!.Value, 2, MidpointRounding.ToZero));
        Assert.Equal(expected[1].GetDecimal(), decimal.Round(rate.ByValue!.Value, 2, MidpointRounding.ToZero));
    }

    [Fact]
    [Case("fcst-010")]
    public void AChainOfStageRatesUnderstatesTheWinRateWhereDealsSkipStages()
    {
        JsonElement example = TestData.Case("fcst-010");
        JsonElement inputs = example.GetProperty("inputs");
        int deals = inputs.GetProperty("deals").GetInt32();
        int chainWins = inputs.GetProperty("chain_wins").GetInt32();
        int wins = inputs.GetProperty("actual_wins").GetInt32();
        int toStage1 = inputs.GetProperty("to_stage1").GetInt32();
        StageHistory[] histories =
        [
            .. Enumerable.Repeat(History(DealOutcome.Won, "Stage 0", "Stage 1"), chainWins),
            .. Enumerable.Repeat(History(DealOutcome.Lost, "Stage 0", "Stage 1"), toStage1 - chainWins),
            .. Enumerable.Repeat(History(DealOutcome.Won, "Stage 0"), wins - chainWins),
            .. Enumerable.Repeat(History(DealOutcome.Lost, "Stage 0"), deals - toStage1 - (wins - chainWins)),
        ];

        ValueList<StageConversionRate> measured = StageConversionCalculator.Measure(["Stage 0", "Stage 1"], histories);

        CaseAssert.Close(example, "chain", measured[0].ChainWinRate!.Value);
        CaseAssert.Close(example, "actual", measured[0].WinProbability!.Value, tolerance: 0.02m);
        CaseAssert.Close(example, "conforming", measured[0].ConversionRate!.Value);

        static StageHistory History(DealOutcome outcome, params ReadOnlySpan<string> stages) =>
            new() { Stages = ValueList.Create(stages), Outcome = outcome };
    }
}
