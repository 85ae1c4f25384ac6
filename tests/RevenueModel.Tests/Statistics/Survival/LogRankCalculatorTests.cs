using FsCheck.Xunit;
using RevenueModel.Statistics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;
using RevenueModel.Tests.Oracles.Statistics;

namespace RevenueModel.Tests.Statistics.Survival;

[Properties(Arbitrary = [typeof(SurvivalArbitraries)], MaxTest = 100)]
public class LogRankCalculatorTests
{
    // survdiff in R prints 10.69 and 7.31 expected, chi-square 3.4 and p 0.07 (0.0653).
    [Fact]
    public void PublishedLeukemiaTestIsReproduced()
    {
        LogRankTest test = LogRankCalculator.Compare(Leukemia.Maintained, Leukemia.NotMaintained);

        Assert.Equal([7m, 11m], test.Groups.Select(group => group.Observed));
        Assert.Equal(10.69, test.Groups[0].Expected, 0.005);
        Assert.Equal(7.31, test.Groups[1].Expected, 0.005);
        Assert.Equal(3.4, test.Statistic!.Value, 0.05);
        Assert.Equal(0.0653, test.PValue!.Value, 0.00005);
        Assert.Equal(1, test.DegreesOfFreedom);
    }

    [Property]
    public void TwoGroupsFollowTheTextbookFormula(SurvivalBook one, SurvivalBook other)
    {
        LogRankTest test = LogRankCalculator.Compare(one.Table, other.Table);
        double difference = 0;
        double variance = 0;
        decimal[] times =
        [
            .. SurvivalOracle.EventTimes(one.Subjects).Union(SurvivalOracle.EventTimes(other.Subjects)),
        ];
        foreach (decimal time in times)
        {
            double n1 = SurvivalOracle.Number(SurvivalOracle.AtRisk(one.Subjects, time));
            double n2 = SurvivalOracle.Number(SurvivalOracle.AtRisk(other.Subjects, time));
            double d1 = SurvivalOracle.Number(SurvivalOracle.Events(one.Subjects, time));
            double d = d1 + SurvivalOracle.Number(SurvivalOracle.Events(other.Subjects, time));
            double n = n1 + n2;
            difference += d1 - (d * n1 / n);
            variance += n > 1 ? d * (n - d) / (n - 1) * n1 * n2 / (n * n) : 0;
        }

        if (variance > 1e-9)
        {
            Assert.Equal(difference * difference / variance, test.Statistic!.Value, 1e-8);
            Assert.InRange(test.PValue!.Value, 0, 1);
        }
        else
        {
            Assert.Equal(test.DegreesOfFreedom == 0, test.Statistic is null);
        }
    }

    [Property]
    public void TheOrderOfGroupsDoesNotMatter(SurvivalBook one, SurvivalBook two, SurvivalBook three)
    {
        LogRankTest test = LogRankCalculator.Compare(one.Table, two.Table, three.Table);
        LogRankTest turned = LogRankCalculator.Compare(three.Table, one.Table, two.Table);

        Assert.Equal(test.DegreesOfFreedom, turned.DegreesOfFreedom);
        Assert.Equal(test.Statistic ?? 0, turned.Statistic ?? 0, 1e-6 * Math.Max(1, test.Statistic ?? 0));
        Assert.Equal(
            (double)test.Groups.Sum(group => group.Observed), test.Groups.Sum(group => group.Expected), 1e-9);
    }

    [Fact]
    public void EqualGroupsHaveNoDifference()
    {
        LogRankTest test = LogRankCalculator.Compare(Leukemia.Maintained, Leukemia.Maintained);

        Assert.Equal(0, test.Statistic!.Value, 1e-12);
        Assert.Equal(1, test.PValue!.Value, 1e-6);
    }

    [Fact]
    public void OneGroupIsRefused() => Refusal.With(
        "groups had 1 tables; at least two are expected.", () => LogRankCalculator.Compare(Leukemia.Maintained));
}
