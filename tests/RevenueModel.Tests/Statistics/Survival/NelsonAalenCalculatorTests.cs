using FsCheck.Xunit;
using RevenueModel.Statistics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Oracles.Statistics;

namespace RevenueModel.Tests.Statistics.Survival;

[Properties(Arbitrary = [typeof(SurvivalArbitraries)], MaxTest = 200)]
public class NelsonAalenCalculatorTests
{
    // 1/11, 1/10 and 1/8 of those at risk, and their squares.
    [Fact]
    public void HazardIsTheSumOfTheRates()
    {
        HazardStep step = NelsonAalenCalculator.Measure(Leukemia.Maintained).Steps[2];

        Assert.Equal((1 / 11.0) + 0.1 + 0.125, step.Hazard, 1e-15);
        Assert.Equal(Math.Sqrt((1 / 121.0) + 0.01 + (1 / 64.0)), step.StandardError, 1e-15);
        Assert.Equal(step.Hazard * step.Hazard, step.Interval.Lower * step.Interval.Upper, 1e-14);
    }

    [Fact]
    public void PlainIntervalsAreSymmetric()
    {
        HazardStep step = NelsonAalenCalculator.Measure(
            Leukemia.NotMaintained, SurvivalIntervalKind.Plain).Steps[^1];

        Assert.Equal(2 * step.Hazard, step.Interval.Lower + step.Interval.Upper, 1e-12);
    }

    [Fact]
    public void HazardIsUnknownAfterTheLastTime()
    {
        CumulativeHazard hazard = NelsonAalenCalculator.Measure(Leukemia.NotMaintained);

        Assert.Equal(0, hazard.Hazard(4m));
        Assert.Equal(hazard.Steps[0].Hazard, hazard.Hazard(7.5m));
        Assert.Null(hazard.Hazard(46m));
    }

    [Property]
    public void HazardIsThatOfExactFractions(SurvivalBook book)
    {
        foreach (HazardStep step in NelsonAalenCalculator.Measure(book.Table).Steps)
        {
            Assert.Equal(
                SurvivalOracle.Number(SurvivalOracle.Hazard(book.Subjects, step.Time)), step.Hazard, 1e-12);
        }
    }

    // -ln(1 - x) is at least x.
    [Property]
    public bool HazardIsAtMostTheLogarithmOfSurvival(SurvivalBook book) =>
        NelsonAalenCalculator.Measure(book.Table).Steps
            .Zip(KaplanMeierCalculator.Measure(book.Table).Steps)
            .All(pair => pair.Second.Survival == 0
                || pair.First.Hazard <= -Math.Log(pair.Second.Survival) + 1e-12);
}
