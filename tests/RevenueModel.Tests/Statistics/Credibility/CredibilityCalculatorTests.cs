using FsCheck.Xunit;
using RevenueModel.Statistics;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Statistics;

public class CredibilityCalculatorTests
{
    // Hachemeister (1975), in Kahn (ed.), Credibility: Theory and Applications: average claims of five states in
    // twelve quarters, and below them the numbers of claims.
    private static readonly double[][] Claims =
    [
        [1738, 1642, 1794, 2051, 2079, 2234, 2032, 2035, 2115, 2262, 2267, 2517],
        [1364, 1408, 1597, 1444, 1342, 1675, 1470, 1448, 1464, 1831, 1612, 1471],
        [1759, 1685, 1479, 1763, 1674, 2103, 1502, 1622, 1828, 2155, 2233, 2059],
        [1223, 1146, 1010, 1257, 1426, 1532, 1953, 1123, 1343, 1243, 1762, 1306],
        [1456, 1499, 1609, 1741, 1482, 1572, 1606, 1735, 1607, 1573, 1613, 1690],
    ];

    private static readonly double[][] Counts =
    [
        [7861, 9251, 8706, 8575, 7917, 8263, 9456, 8003, 7365, 7832, 7849, 9077],
        [1622, 1742, 1523, 1515, 1622, 1602, 1964, 1515, 1527, 1748, 1654, 1861],
        [1147, 1357, 1329, 1204, 998, 1077, 1277, 1218, 896, 1003, 1108, 1121],
        [407, 396, 348, 341, 315, 328, 352, 331, 287, 384, 321, 342],
        [2902, 3172, 3046, 3068, 2693, 2910, 3275, 2697, 2663, 3017, 3242, 3425],
    ];

    private static readonly CredibilityGroup[] Hachemeister =
        [.. Claims.Zip(Counts).Select((state, i) => Group($"State {i + 1}", state.First, state.Second))];

    // Published results of the R package actuar, cm(~state) with the method Buhlmann-Gisler.
    [Fact]
    public void TheHachemeisterDataGiveThePublishedStructure()
    {
        CredibilityEstimate estimate = CredibilityCalculator.Estimate(Hachemeister)!;

        Assert.Equal(1683.713, estimate.CollectiveMean, 0.0005);
        Assert.Equal(139_120_026, estimate.WithinVariance, 0.5);
        Assert.Equal(89_639, estimate.BetweenVariance, 0.5);
        Assert.False(estimate.IsBetweenVarianceTruncated);
        Assert.Equal(estimate.WithinVariance / estimate.BetweenVariance, estimate.Coefficient);
    }

    [Theory]
    [InlineData("State 1", 100_155, 2060.921, 0.9847404, 2055.165)]
    [InlineData("State 2", 19_895, 1511.224, 0.9276352, 1523.706)]
    [InlineData("State 3", 13_735, 1805.843, 0.8984754, 1793.444)]
    [InlineData("State 4", 4_152, 1352.976, 0.7279092, 1442.967)]
    [InlineData("State 5", 36_110, 1599.829, 0.9587911, 1603.285)]
    public void TheHachemeisterDataGiveThePublishedPremiums(
        string state, double exposure, double mean, double credibility, double premium)
    {
        GroupCredibility group = CredibilityCalculator.Estimate(Hachemeister)!.FindGroup(state)!;

        Assert.Equal(exposure, group.Exposure);
        Assert.Equal(mean, group.Mean!.Value, 0.0005);
        Assert.Equal(credibility, group.Credibility, 0.00000005);
        Assert.Equal(premium, group.Estimate, 0.0005);
    }

    // Both groups have the mean 2, so that the unbiased between-variance is below zero.
    [Fact]
    public void ANegativeBetweenVarianceIsTruncatedAndSaid()
    {
        CredibilityEstimate estimate = CredibilityCalculator.Estimate(
            [Group("A", [1, 3], [1, 1]), Group("B", [0, 4], [1, 1])])!;

        Assert.Equal(5, estimate.WithinVariance);
        Assert.Equal(-2.5, estimate.UnbiasedBetweenVariance);
        Assert.Equal(0, estimate.BetweenVariance);
        Assert.True(estimate.IsBetweenVarianceTruncated);
        Assert.Null(estimate.Coefficient);
        Assert.All(estimate.Groups, group => Assert.Equal((0, 2), (group.Credibility, group.Estimate)));
        Assert.Equal(
            "2 groups: collective mean 2, within-variance 5, between-variance 0 (truncated from -2.5)",
            estimate.ToString());
    }

    [Fact]
    public void AGroupWithoutExposureHasTheCollectiveMean()
    {
        CredibilityEstimate estimate = CredibilityCalculator.Estimate(
            [.. Hachemeister, new CredibilityGroup { Name = "New" }, Group("Zero", [9], [0])])!;

        Assert.Equal(CredibilityCalculator.Estimate(Hachemeister)!.CollectiveMean, estimate.CollectiveMean);
        foreach (string name in (string[])["new", "zero"])
        {
            GroupCredibility group = estimate.FindGroup(name)!;
            Assert.Null(group.Mean);
            Assert.Equal(0, group.Credibility);
            Assert.Equal(estimate.CollectiveMean, group.Estimate);
        }
    }

    [Fact]
    public void TooFewDataGiveNoEstimate()
    {
        Assert.Null(CredibilityCalculator.Estimate([]));
        Assert.Null(CredibilityCalculator.Estimate(Hachemeister.Take(1)));
        Assert.Null(CredibilityCalculator.Estimate([Group("A", [1], [1]), Group("B", [2], [1])]));
        Assert.Null(CredibilityCalculator.EstimateRates([RateGroup.Of("A", 1, 1), RateGroup.Of("B", 0, 1)]));
        Assert.Null(CredibilityCalculator.EstimateRates([RateGroup.Of("A", 3, 8), RateGroup.Of("B", 0, 0)]));
    }

    [Fact]
    public void RepeatedGroupsAndWrongFiguresAreRefused()
    {
        Refusal.With(
            "groups had \"a\" twice; each name once is expected.",
            () => CredibilityCalculator.Estimate([Group("A", [1], [1]), Group("a", [2], [1])]));
        Refusal.With(
            "groups had \"A\" twice; each name once is expected.",
            () => CredibilityCalculator.EstimateRates([RateGroup.Of("A", 1, 1), RateGroup.Of("A", 0, 1)]));
        Refusal.With(
            "successes was 3 of A; 0 to 2 is expected.", () => RateGroup.Of("A", 3, 2));
        Refusal.With(
            "value was NaN; a finite number is expected.", () => new CredibilityObservation(double.NaN, 1));
        Refusal.With(
            "exposure was -1; a finite number, zero or more, is expected.", () => new CredibilityObservation(1, -1));
        Refusal.By<ArgumentException>("groups", () => CredibilityCalculator.Estimate(
            [Group("A", [1e300, -1e300], [1, 1]), Group("B", [0, 4], [1, 1])]));
    }

    [Property]
    public bool OrderChangesNoBit(byte[][] values, int seed)
    {
        CredibilityGroup[] groups = [.. values.Select((group, i) => Group(
            $"G{i}", [.. group.Select(value => value / 7.0)], [.. group.Select(value => 1 + (value % 5.0))]))];
        var random = new Random(seed);
        CredibilityGroup[] mixed = [.. groups.Select(group => group with
        {
            Observations = [.. group.Observations.OrderBy(_ => random.Next())],
        })];
        random.Shuffle(mixed);
        CredibilityEstimate? one = CredibilityCalculator.Estimate(groups);
        CredibilityEstimate? other = CredibilityCalculator.Estimate(mixed);
        return one is null
            ? other is null
            : one.CollectiveMean.Equals(other!.CollectiveMean)
                && groups.All(group => one.FindGroup(group.Name) == other.FindGroup(group.Name));
    }

    [Property]
    public bool AnEstimateLiesBetweenItsMeanAndTheCollectiveMean(byte[][] values)
    {
        CredibilityEstimate? estimate = CredibilityCalculator.Estimate(values.Select((group, i) => Group(
            $"G{i}", [.. group.Select(value => value / 7.0)], [.. group.Select(value => 1 + (value % 5.0))])));
        return estimate is null || estimate.Groups.All(group =>
            group.Credibility is >= 0 and <= 1
            && (group.Mean is not { } mean
                ? group.Estimate == estimate.CollectiveMean
                : group.Estimate >= Math.Min(mean, estimate.CollectiveMean) - 1e-9
                    && group.Estimate <= Math.Max(mean, estimate.CollectiveMean) + 1e-9));
    }

    // The rates of groups are the model for one observation of 0 or 1 per trial.
    [Property]
    public bool RatesAreTheModelOfSingleTrials(byte[] wins, byte losses)
    {
        RateGroup[] rates = [.. wins.Select((won, i) => RateGroup.Of($"G{i}", won, won + (losses % (i + 2))))];
        CredibilityEstimate? one = CredibilityCalculator.EstimateRates(rates);
        CredibilityEstimate? other = CredibilityCalculator.Estimate(rates.Select(rate => Group(
            rate.Name,
            [.. Enumerable.Range(0, (int)rate.Trials).Select(trial => trial < rate.Successes ? 1.0 : 0.0)],
            [.. Enumerable.Repeat(1.0, (int)rate.Trials)])));
        return one is null
            ? other is null
            : Math.Abs(one.WithinVariance - other!.WithinVariance) < 1e-10
                && Math.Abs(one.UnbiasedBetweenVariance - other.UnbiasedBetweenVariance) < 1e-10
                && one.Groups.Zip(other.Groups).All(pair => Math.Abs(pair.First.Exposure - pair.Second.Exposure) == 0);
    }

    private static CredibilityGroup Group(string name, double[] values, double[] exposures) => new()
    {
        Name = name,
        Observations = [.. values.Zip(exposures, (value, exposure) => new CredibilityObservation(value, exposure))],
    };
}
