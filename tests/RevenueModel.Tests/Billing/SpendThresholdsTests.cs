using FsCheck.Xunit;
using RevenueModel.Billing;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Billing;

public class SpendThresholdsTests
{
    private static readonly SpendThresholds Some = SpendThresholds.At(100m, 500m).ThenEvery(1_000m);

    public static TheoryData<decimal, decimal, string> Paths => new()
    {
        { 0m, 99.99m, "" },
        { 0m, 100m, "100" }, // reached is crossed
        { 100m, 499.99m, "" }, // and not again
        { 99.99m, 2_500m, "100 500 1500 2500" },
        { 1_500m, 3_499m, "2500" },
        { 2_500m, 2_500m, "" },
        { 2_500m, 0m, "" }, // a fall crosses none
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public void ThresholdsBetweenWhatWasAndWhatIsAreCrossed(decimal before, decimal now, string expected) =>
        Assert.Equal(expected, Text(Some.Crossed(before, now)));

    [Fact]
    public void StepsAloneStartFromZero() =>
        Assert.Equal("0.1 0.2 0.3", Text(default(SpendThresholds).ThenEvery(0.1m).Crossed(0m, 0.35m)));

    [Fact]
    public void AListAloneEnds() => Assert.Equal("10 20", Text(SpendThresholds.At(10m, 20m).Crossed(0m, 1_000_000m)));

    [Fact]
    public void WithoutThresholdsNoneIsCrossed() => Assert.Empty(default(SpendThresholds).Crossed(0m, 1_000_000m));

    [Fact]
    public void SpendThatFellCrossesAgainAsItRises() => Assert.Equal("100", Text(Some.Crossed(90m, 110m)));

    // 31 thirds have more digits than a decimal: the quotient of the spend by the step falls below 31.
    [Fact]
    public void AThresholdThatStandsIsNotCrossedAgainWhereQuotientsHaveNoEnd()
    {
        decimal third = 1m / 3m;
        SpendThresholds thresholds = default(SpendThresholds).ThenEvery(third);
        Assert.Equal(31, thresholds.Crossed(0m, 31m * third).Count);
        Assert.Empty(thresholds.Crossed(31m * third, (31m * third) + 0.1m));
    }

    [Property(MaxTest = 500)]
    public bool EachIsCrossedOnceHoweverThePathIsCut(Cents[] amounts, Cents step, Cents[] path)
    {
        SpendThresholds thresholds = Make(amounts, step);
        decimal[] spends = [0m, .. path.Select(Above).Order()];
        IEnumerable<decimal> pieces = Enumerable.Range(1, spends.Length - 1)
            .SelectMany(at => thresholds.Crossed(spends[at - 1], spends[at]).AsEnumerable());
        return pieces.SequenceEqual(thresholds.Crossed(0m, spends[^1]));
    }

    [Property(MaxTest = 500)]
    public bool CrossedIsWhatLiesAboveTheSpendBeforeAndUpToTheSpendNow(
        Cents[] amounts, Cents step, Cents before, Cents now)
    {
        SpendThresholds thresholds = Make(amounts, step);
        var all = new List<decimal>(thresholds.Amounts);
        decimal last = all.LastOrDefault();
        for (int i = 1; thresholds.Step is { } every && last + (i * every) <= Above(now); i++)
        {
            all.Add(last + (i * every));
        }

        return thresholds.Crossed(Above(before), Above(now))
            .SequenceEqual(all.Where(threshold => threshold > Above(before) && threshold <= Above(now)));
    }

    [Property(MaxTest = 500)]
    public bool AThresholdThatSpendStandsOnIsNotCrossedAgain(Cents step, ushort count)
    {
        decimal every = Above(step) + 0.01m;
        decimal at = count * every;
        SpendThresholds thresholds = default(SpendThresholds).ThenEvery(every);
        return thresholds.Crossed(at, at).IsEmpty
            && thresholds.Crossed(at, at + every).SequenceEqual([at + every])
            && (count == 0 || thresholds.Crossed(at - 0.01m, at).SequenceEqual([at]));
    }

    [Fact]
    public void TenThousandAtOnceAreTheMost()
    {
        SpendThresholds every = default(SpendThresholds).ThenEvery(0.5m);
        Assert.Equal(10_000, every.Crossed(0m, 5_000m).Count);
        Assert.StartsWith(
            "current was 5000.5; spend that crosses at most 10000 thresholds of 0.5 at once is expected.",
            Refusal.By<ArgumentOutOfRangeException>(() => every.Crossed(0m, 5_000.5m)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsOutOfRangeIsRefused()
    {
        AssertRefused("amounts was 0; an amount above 0 is expected.", () => SpendThresholds.At(0m));
        AssertRefused("amounts was 5; an amount above 5 is expected.", () => SpendThresholds.At(5m, 5m));
        AssertRefused("amounts was 4; an amount above 5 is expected.", () => SpendThresholds.At(5m, 4m));
        AssertRefused("step was 0; more than zero is expected.", () => Some.ThenEvery(0m));
        AssertRefused("prior was -1; zero or more is expected.", () => Some.Crossed(-1m, 1m));
        AssertRefused("current was -1; zero or more is expected.", () => Some.Crossed(1m, -1m));
    }

    [Fact]
    public void ThresholdsPrintTheSameInEveryCulture()
    {
        foreach (string culture in Culture.Names)
        {
            Assert.Equal("100, 1,500.5, then every 1,000.25", Culture.In(
                culture, () => SpendThresholds.At(100m, 1_500.5m).ThenEvery(1_000.25m).ToString()));
            Assert.Equal("every 50", Culture.In(culture, () => default(SpendThresholds).ThenEvery(50m).ToString()));
            Assert.Equal("no thresholds", Culture.In(culture, () => default(SpendThresholds).ToString()));
        }
    }

    [Fact]
    public void EqualThresholdsAreEqual()
    {
        Assert.Equal(SpendThresholds.At(100m, 500m).ThenEvery(1_000m), Some);
        Assert.NotEqual(SpendThresholds.At(100m, 500m), Some);
    }

    private static SpendThresholds Make(Cents[] amounts, Cents step)
    {
        decimal[] rising = [.. amounts.Select(amount => Above(amount) + 0.01m).Distinct().Order()];
        SpendThresholds list = SpendThresholds.At(rising);
        return step.Count % 3 == 0 ? list : list.ThenEvery(Above(step) + 0.5m);
    }

    private static decimal Above(Cents amount) => Math.Abs(amount % 2_000m);

    private static string Text(IEnumerable<decimal> amounts) =>
        string.Join(' ', amounts.Select(amount => FormattableString.Invariant($"{amount:0.##}")));

    private static void AssertRefused(string words, Func<object> act) =>
        Assert.StartsWith(words, Refusal.Any<ArgumentException>(act).Message, StringComparison.Ordinal);
}
