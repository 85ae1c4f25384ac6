using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Pipeline;

public class StageConversionCalculatorTests
{
    [Fact]
    public void WhereEveryDealPassesEveryStageTheChainIsTheWinRate()
    {
        StageHistory[] histories =
        [
            History(DealOutcome.Won, "A", "B", "C"), History(DealOutcome.Won, "A", "B", "C"),
            History(DealOutcome.Lost, "A", "B", "C"),
            History(DealOutcome.Lost, "A", "B"),
            History(DealOutcome.Lost, "A"),
        ];

        ValueList<StageConversionRate> measured = StageConversionCalculator.Measure(["A", "B", "C"], histories);

        Assert.Equal(new decimal?[] { 0.8m, 0.75m, 2m / 3m }, measured.Select(stage => stage.ConversionRate));
        Assert.All(measured, stage => Assert.Equal(stage.WinProbability!.Value, stage.ChainWinRate!.Value, 25));
    }

    [Fact]
    public void AReturnToAnEarlierStageCountsADealOnce()
    {
        ValueList<StageConversionRate> measured = StageConversionCalculator.Measure(
            ["A", "B"], [History(DealOutcome.Won, "A", "B", "A", "B")]);

        Assert.Equal(new[] { 1, 1 }, measured.Select(stage => stage.EnteredCount));
        Assert.Equal(new decimal?[] { 1m, 1m }, measured.Select(stage => stage.ConversionRate));
    }

    [Fact]
    public void AStageThatNoDealEnteredHasNoRates()
    {
        ValueList<StageConversionRate> measured = StageConversionCalculator.Measure(
            ["A", "B"], [History(DealOutcome.Won, "A")]);

        Assert.Null(measured[1].ConversionRate);
        Assert.Null(measured[1].WinProbability);
        Assert.Null(measured[0].ChainWinRate);
        Assert.Equal(1m, measured[0].WinProbability);
    }

    [Fact]
    public void UnknownRepeatedAndMissingStagesAreNamed()
    {
        Assert.Contains("\"X\"", Refusal.By<ArgumentException>(() =>
            StageConversionCalculator.Measure(
                ["A"], [History(DealOutcome.Won, "X")])).Message, StringComparison.Ordinal);
        Assert.Contains("\"a\"", Refusal.By<ArgumentException>(() =>
            StageConversionCalculator.Measure(["A", "a"], [])).Message, StringComparison.Ordinal);
        Refusal.By<ArgumentException>(() => StageConversionCalculator.Measure([], []));
        Refusal.By<ArgumentOutOfRangeException>(
            "Stages", () => new StageHistory { Stages = [], Outcome = DealOutcome.Won });
        Refusal.By<ArgumentOutOfRangeException>(() => new StageHistory { Stages = ["A"], Outcome = DealOutcome.Open });
    }

    [Fact]
    public void StagesAndHistoriesMayBeAnyCollections()
    {
        List<string> stages = ["A", "B"];
        List<StageHistory> histories = [History(DealOutcome.Won, "a", "B"), History(DealOutcome.Lost, "A")];

        ValueList<StageConversionRate> measured = StageConversionCalculator.Measure(stages, histories);

        Assert.Equal(StageConversionCalculator.Measure([.. stages], [.. histories]), measured);
        Assert.Equal("A: 2 entered, 50.0% advanced, 50.0% won (50.0% by the chain)", measured[0].ToString());
        Refusal.By<ArgumentNullException>("histories", () => StageConversionCalculator.Measure(["A"], [null!]));
    }

    private static StageHistory History(DealOutcome outcome, params ReadOnlySpan<string> stages) =>
        new() { Stages = ValueList.Create(stages), Outcome = outcome };
}
