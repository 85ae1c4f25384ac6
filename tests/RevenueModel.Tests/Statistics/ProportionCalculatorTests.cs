using FsCheck.Xunit;
using RevenueModel.Statistics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Statistics;

public class ProportionCalculatorTests
{
    // Newcombe, Statistics in Medicine 17 (1998), table I, method 3: score without continuity correction.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void PublishedIntervalsAreMet(int successes, int trials, double lower, double upper)
    {
        ConfidenceInterval interval = ProportionCalculator.Wilson(successes, trials)!.Value;
        Assert.Equal(lower, Math.Round(interval.Lower, 4));
        Assert.Equal(upper, Math.Round(interval.Upper, 4));
        Assert.Equal(0.95, interval.Confidence);
    }

    // Computed with 60 digits and rounded to the nearest double.
    [Theory]
    [InlineData(0, 10, 0.95, 0.0, 0.27753279986288926)]
    [InlineData(0, 10, 0.99, 0.0, 0.3988540933049081)]
    [InlineData(0, 10, 0.8, 0.0, 0.14106868209054088)]
    [InlineData(5, 10, 0.95, 0.23659309051256397, 0.7634069094874361)]
    [InlineData(5, 10, 0.99, 0.18422551824723543, 0.8157744817527646)]
    [InlineData(5, 10, 0.8, 0.3122044448805158, 0.6877955551194842)]
    [InlineData(10, 10, 0.95, 0.7224672001371107, 1.0)]
    [InlineData(81, 263, 0.95, 0.2552885198782742, 0.36620957698280004)]
    [InlineData(81, 263, 0.99, 0.24013690268760768, 0.38528250231822986)]
    [InlineData(15, 148, 0.8, 0.07380850461590202, 0.137644798894005)]
    [InlineData(1, 29, 0.99, 0.004061494196883811, 0.23825425313641302)]
    [InlineData(29, 29, 0.95, 0.8830302015002592, 1.0)]
    [InlineData(1, 1000000, 0.95, 1.7652457674537147e-07, 5.664911804311443e-06)]
    public void IntervalsAgreeWithSixtyDigits(
        double successes, double trials, double confidence, double lower, double upper)
    {
        ConfidenceInterval interval = ProportionCalculator.Wilson(successes, trials, confidence)!.Value;
        Assert.Equal(lower, interval.Lower, 1e-14);
        Assert.Equal(upper, interval.Upper, 1e-14);
    }

    [Fact]
    public void WithoutTrialsThereIsNoInterval() => Assert.Null(ProportionCalculator.Wilson(0, 0));

    [Theory]
    [InlineData(0, -1, 0.95, "trials")]
    [InlineData(0, double.NaN, 0.95, "trials")]
    [InlineData(0, double.PositiveInfinity, 0.95, "trials")]
    [InlineData(-1, 10, 0.95, "successes")]
    [InlineData(11, 10, 0.95, "successes")]
    [InlineData(double.NaN, 10, 0.95, "successes")]
    [InlineData(1, 10, 0, "confidence")]
    [InlineData(1, 10, 1, "confidence")]
    [InlineData(1, 10, 95, "confidence")]
    [InlineData(1, 10, double.NaN, "confidence")]
    [InlineData(1, 0, 0.95, "successes")]
    [InlineData(0, 0, 95, "confidence")]
    public void ArgumentsOutsideTheirRangeAreRefused(double successes, double trials, double confidence, string name)
    {
        var refused = Refusal.By<ArgumentOutOfRangeException>(
            () => ProportionCalculator.Wilson(successes, trials, confidence));
        Assert.Equal(name, refused.ParamName);
    }

    [Property]
    public bool TheIntervalLiesInZeroToOneAndHoldsTheObservedShare(Fraction share, ushort trials, Fraction confidence)
    {
        double count = Math.Floor((double)share.Value * trials);
        ConfidenceInterval? interval = ProportionCalculator.Wilson(count, trials, Inside(confidence));
        return trials == 0
            ? interval is null
            : interval is { } given && given.Lower >= 0 && given.Upper <= 1 && given.Contains(count / trials);
    }

    [Property]
    public bool FailuresMirrorSuccesses(Fraction share, ushort trials, Fraction confidence)
    {
        double count = Math.Floor((double)share.Value * trials);
        ConfidenceInterval? successes = ProportionCalculator.Wilson(count, trials, Inside(confidence));
        ConfidenceInterval? failures = ProportionCalculator.Wilson(trials - count, trials, Inside(confidence));
        return trials == 0
            || (Math.Abs(successes!.Value.Lower + failures!.Value.Upper - 1) < 1e-13
                && Math.Abs(successes.Value.Upper + failures.Value.Lower - 1) < 1e-13);
    }

    [Property]
    public bool MoreConfidenceNeverNarrowsTheInterval(Fraction share, byte trials, Fraction one, Fraction other)
    {
        double count = Math.Floor((double)share.Value * trials);
        (double low, double high) = (Inside(one), Inside(other));
        (low, high) = (Math.Min(low, high), Math.Max(low, high));
        return trials == 0
            || (Width(ProportionCalculator.Wilson(count, trials, low))
                <= Width(ProportionCalculator.Wilson(count, trials, high)) + 1e-14);
    }

    [Property]
    public bool MoreTrialsAtTheSameShareNarrowTheInterval(byte successes, byte failures)
    {
        int trials = successes + failures;
        return trials == 0
            || Width(ProportionCalculator.Wilson(4 * successes, 4 * trials))
                < Width(ProportionCalculator.Wilson(successes, trials));
    }

    [Property]
    public bool TheEndsSolveTheScoreEquation(byte successes, byte failures)
    {
        int trials = successes + failures;
        if (trials == 0)
        {
            return true;
        }

        ConfidenceInterval interval = ProportionCalculator.Wilson(successes, trials)!.Value;
        return Solves(interval.Lower) && Solves(interval.Upper);

        // (p - x)² = z² x (1 - x) / n, which the interval inverts.
        bool Solves(double x)
        {
            double observed = (double)successes / trials;
            double squared = 3.8414588206941236 * x * (1 - x) / trials;
            return Math.Abs(((observed - x) * (observed - x)) - squared) < 1e-13;
        }
    }

    // The quantiles of half of 2^-52 and of 2^-53.
    [Theory]
    [InlineData(0.9999999999999998, 8.209536151601387)]
    [InlineData(0.9999999999999999, 8.292361075813596)]
    public void ConfidenceNextToOneGivesWideIntervalsThatAreStillRight(double confidence, double z)
    {
        ConfidenceInterval interval = ProportionCalculator.Wilson(5, 10, confidence)!.Value;
        Assert.Equal(0.5 - (z / (2 * Math.Sqrt(10 + (z * z)))), interval.Lower, 1e-12);
    }

    [Fact]
    public void HardlyAnyTrialsTellNothing()
    {
        ConfidenceInterval interval = ProportionCalculator.Wilson(0, 1e-310)!.Value;
        Assert.Equal(0, interval.Lower, 1e-12);
        Assert.Equal(1, interval.Upper, 1e-12);
    }

    [Fact]
    public void TheSameCountsGiveTheSameBits()
    {
        ConfidenceInterval first = ProportionCalculator.Wilson(81, 263)!.Value;
        for (int i = 0; i < 1_000; i++)
        {
            ConfidenceInterval again = ProportionCalculator.Wilson(81, 263)!.Value;
            Assert.Equal(BitConverter.DoubleToInt64Bits(first.Lower), BitConverter.DoubleToInt64Bits(again.Lower));
            Assert.Equal(BitConverter.DoubleToInt64Bits(first.Upper), BitConverter.DoubleToInt64Bits(again.Upper));
        }
    }

    private static double Inside(Fraction fraction) => 0.001 + (0.998 * (double)fraction.Value);

    private static double Width(ConfidenceInterval? interval) => interval!.Value.Upper - interval.Value.Lower;
}
