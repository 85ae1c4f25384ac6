using FsCheck.Xunit;
using RevenueModel.Statistics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Statistics;

public class RateDifferenceCalculatorTests
{
    // Newcombe, Statistics in Medicine 17 (1998), 873-890, table II, method 10: hybrid score without continuity
    // correction.
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(0, 10, 0, 10, -0.2775, 0.2775)]
    [InlineData(10, 10, 0, 20, 0.6791, 1.0000)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    public void IntervalsEqualThePublishedOnes(
        int successes, int trials, int otherSuccesses, int otherTrials, double lower, double upper)
    {
        ConfidenceInterval interval =
            RateDifferenceCalculator.Newcombe(successes, trials, otherSuccesses, otherTrials)!.Value;

        Assert.Equal(lower, Math.Round(interval.Lower, 4));
        Assert.Equal(upper, Math.Round(interval.Upper, 4));
        Assert.Equal(0.95, interval.Confidence);
    }

    [Fact]
    public void WithoutTrialsThereIsNoInterval()
    {
        Assert.Null(RateDifferenceCalculator.Newcombe(0, 0, 1, 2));
        Assert.Null(RateDifferenceCalculator.Newcombe(1, 2, 0, 0));
    }

    [Theory]
    [InlineData(3, 2, 1, 2, 0.95, "successes")]
    [InlineData(0, double.NaN, 1, 2, 0.95, "trials")]
    [InlineData(1, 2, -1, 2, 0.95, "otherSuccesses")]
    [InlineData(1, 2, 3, 2, 0.95, "otherSuccesses")]
    [InlineData(1, 2, 0, double.PositiveInfinity, 0.95, "otherTrials")]
    [InlineData(1, 2, 1, 2, 95, "confidence")]
    [InlineData(0, 0, 1, 2, 0, "confidence")]
    public void ArgumentsOutsideTheirRangeAreRefused(
        double successes, double trials, double otherSuccesses, double otherTrials, double confidence, string name)
    {
        var refused = Refusal.By<ArgumentOutOfRangeException>(() => RateDifferenceCalculator.Newcombe(
            successes, trials, otherSuccesses, otherTrials, confidence));
        Assert.Equal(name, refused.ParamName);
    }

    [Property]
    public bool TheIntervalHoldsTheObservedDifference(byte wins, byte losses, byte otherWins, byte otherLosses)
    {
        (double n, double m) = (wins + losses, otherWins + otherLosses);
        ConfidenceInterval? interval = RateDifferenceCalculator.Newcombe(wins, n, otherWins, m);
        return n == 0 || m == 0
            ? interval is null
            : interval is { Lower: >= -1, Upper: <= 1 } given && given.Contains((wins / n) - (otherWins / m));
    }

    [Property]
    public bool ExchangedGroupsMirrorTheInterval(byte wins, byte losses, byte otherWins, byte otherLosses)
    {
        (double n, double m) = (wins + losses + 1, otherWins + otherLosses + 1);
        ConfidenceInterval one = RateDifferenceCalculator.Newcombe(wins, n, otherWins, m)!.Value;
        ConfidenceInterval other = RateDifferenceCalculator.Newcombe(otherWins, m, wins, n)!.Value;
        return Math.Abs(one.Lower + other.Upper) < 1e-14 && Math.Abs(one.Upper + other.Lower) < 1e-14;
    }

    [Property]
    public bool MoreConfidenceNeverNarrowsTheInterval(byte wins, byte losses, byte otherWins, Fraction share)
    {
        (double n, double m) = (wins + losses + 1, otherWins + 1);
        double low = 0.5 * (double)share.Value;
        double narrow = Width(RateDifferenceCalculator.Newcombe(wins, n, otherWins, m, 0.01 + low));
        return narrow <= Width(RateDifferenceCalculator.Newcombe(wins, n, otherWins, m, 0.4 + low)) + 1e-14;
    }

    private static double Width(ConfidenceInterval? interval) => interval!.Value.Upper - interval.Value.Lower;
}
