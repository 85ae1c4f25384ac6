using FsCheck.Xunit;
using RevenueModel.Primitives;
using RevenueModel.Statistics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;
using RevenueModel.Tests.Oracles.Statistics;

namespace RevenueModel.Tests.Statistics.Survival;

[Properties(Arbitrary = [typeof(SurvivalArbitraries)], MaxTest = 200)]
public class KaplanMeierCalculatorTests
{
    // The output of survfit in R, which rounds to four and three digits.
    public static TheoryData<bool, int, int, int, double, double> LeukemiaSteps => new()
    {
        { true, 9, 11, 1, 0.909, 0.0867 },
        { true, 13, 10, 1, 0.818, 0.1163 },
        { true, 18, 8, 1, 0.716, 0.1397 },
        { true, 23, 7, 1, 0.614, 0.1526 },
        { true, 31, 5, 1, 0.491, 0.1642 },
        { true, 34, 4, 1, 0.368, 0.1627 },
        { true, 48, 2, 1, 0.184, 0.1535 },
        { false, 5, 12, 2, 0.8333, 0.1076 },
        { false, 8, 10, 2, 0.6667, 0.1361 },
        { false, 12, 8, 1, 0.5833, 0.1423 },
        { false, 23, 6, 1, 0.4861, 0.1481 },
        { false, 27, 5, 1, 0.3889, 0.1470 },
        { false, 30, 4, 1, 0.2917, 0.1387 },
        { false, 33, 3, 1, 0.1944, 0.1219 },
        { false, 43, 2, 1, 0.0972, 0.0919 },
    };

    [Theory, MemberData(nameof(LeukemiaSteps))]
    public void PublishedLeukemiaStepsAreReproduced(
        bool isMaintained, int week, int atRisk, int events, double survival, double error)
    {
        SurvivalStep step = Curve(isMaintained).FindStep(week)!.Value;

        Assert.Equal((week, atRisk, events), (step.Time, step.AtRisk, step.Events));
        Assert.Equal(survival, step.Survival, 0.00051);
        Assert.Equal(error, step.StandardError!.Value, 0.00006);
    }

    [Fact]
    public void PublishedMediansAndMeansAreReproduced()
    {
        Assert.Equal(31m, KaplanMeierCalculator.Median(Curve(true)).Time);
        Assert.Equal(23m, KaplanMeierCalculator.Median(Curve(false)).Time);
        RestrictedMean maintained = KaplanMeierCalculator.RestrictedMean(Curve(true))!.Value;
        Assert.Equal(161m, maintained.Horizon);
        Assert.Equal(52.6, maintained.Mean, 0.05);
        Assert.Equal(19.83, maintained.StandardError, 0.005);
        RestrictedMean other = KaplanMeierCalculator.RestrictedMean(Curve(false), 161m)!.Value;
        Assert.Equal(22.7, other.Mean, 0.05);
        Assert.Equal(4.18, other.StandardError, 0.005);
    }

    // Both by hand from S = 0.5833 and its error 0.1423.
    [Fact]
    public void IntervalsArePlainOrLogLogByName()
    {
        SurvivalStep plain = KaplanMeierCalculator.Measure(
            Leukemia.NotMaintained, SurvivalIntervalKind.Plain).FindStep(12)!.Value;
        SurvivalStep log = Curve(false).FindStep(12)!.Value;
        double s = 7.0 / 12;
        double error = Math.Sqrt(s * (1 - s) / 12);
        double factor = Math.Exp(1.959963984540054 * error / (s * Math.Log(s)));

        Assert.Equal(s - (1.959963984540054 * error), plain.Interval!.Value.Lower, 1e-12);
        Assert.Equal(s + (1.959963984540054 * error), plain.Interval.Value.Upper, 1e-12);
        Assert.Equal(Math.Pow(s, 1 / factor), log.Interval!.Value.Lower, 1e-12);
        Assert.Equal(Math.Pow(s, factor), log.Interval.Value.Upper, 1e-12);
    }

    [Fact]
    public void QuartilesHaveIntervalsThatMayBeOpen()
    {
        ValueList<SurvivalTime> quartiles = KaplanMeierCalculator.Quartiles(Curve(true));

        Assert.Equal([18m, 31m, 48m], quartiles.Select(quartile => quartile.Time!.Value));
        Assert.All(quartiles, quartile => Assert.True(quartile.Lower <= quartile.Time));
        Assert.Null(quartiles[2].Upper);
        Assert.Null(KaplanMeierCalculator.Quantile(Curve(true), 0.9m).Time);
    }

    [Fact]
    public void AnEventAtTimeZeroCounts()
    {
        SurvivalCurve curve = KaplanMeierCalculator.Measure(SurvivalTableCalculator.Tabulate(
        [
            new SurvivalSubject { Time = 0, Cause = 1 },
            new SurvivalSubject { Time = 3 },
        ]));

        Assert.Equal(0.5, curve.Survival(0m));
        Assert.Equal(0m, KaplanMeierCalculator.Median(curve).Time);
    }

    // After the last time, the survival is unknown unless nobody is left.
    [Fact]
    public void NothingIsKnownAfterTheLastTime()
    {
        Assert.Null(Curve(true).Survival(162m));
        Assert.Equal(0, Curve(false).Survival(162m));
        Assert.Null(KaplanMeierCalculator.RestrictedMean(Curve(true), 162m));
    }

    [Property]
    public void SurvivalIsThatOfExactFractions(SurvivalBook book)
    {
        foreach (SurvivalStep step in KaplanMeierCalculator.Measure(book.Table).Steps)
        {
            Assert.Equal(
                SurvivalOracle.Number(SurvivalOracle.Survival(book.Subjects, step.Time)), step.Survival, 1e-13);
            double? variance = SurvivalOracle.GreenwoodVariance(book.Subjects, step.Time);
            Assert.Equal(variance is null, step.StandardError is null);
            Assert.Equal(variance ?? 0, (step.StandardError ?? 0) * (step.StandardError ?? 0), 1e-12);
        }
    }

    [Property]
    public bool SurvivalNeverRises(SurvivalBook book)
    {
        ValueList<SurvivalStep> steps = KaplanMeierCalculator.Measure(book.Table).Steps;
        return steps.Zip(steps.Skip(1)).All(pair => pair.Second.Survival <= pair.First.Survival);
    }

    [Property]
    public void WithoutCensoringSurvivalIsTheObservedShare(SurvivalBook book)
    {
        SurvivalBook complete = book.Complete();
        foreach (SurvivalStep step in KaplanMeierCalculator.Measure(complete.Table).Steps)
        {
            int left = complete.Subjects.Count(subject => subject.Time > step.Time);
            Assert.Equal((double)left / complete.Subjects.Count, step.Survival); // to the last bit
        }
    }

    // Without censoring, the mean is the mean of the times and its error that of a mean.
    [Property]
    public void WithoutCensoringTheMeanIsTheMeanOfTheTimes(SurvivalBook book)
    {
        SurvivalBook complete = book.Complete();
        double[] times = [.. complete.Subjects.Select(subject => (double)subject.Time)];

        RestrictedMean mean = KaplanMeierCalculator.RestrictedMean(
            KaplanMeierCalculator.Measure(complete.Table))!.Value;

        double variance = times.Sum(time => Math.Pow(time - times.Average(), 2)) / times.Length;
        Assert.Equal(times.Average(), mean.Mean, 1e-10);
        Assert.Equal(Math.Sqrt(variance / times.Length), mean.StandardError, 1e-6);
    }

    [Fact]
    public void OptionsOutsideTheirRangeAreRefused()
    {
        Refusal.With(
            "confidence was 1; a fraction between 0 and 1 is expected.",
            () => KaplanMeierCalculator.Measure(Leukemia.Maintained, confidence: 1));
        Refusal.With(
            "probability was 50; a fraction between 0 and 1 (for 50% write 0.5 or 50.Percent) is expected.",
            () => KaplanMeierCalculator.Quantile(Curve(true), 50m));
    }

    private static SurvivalCurve Curve(bool isMaintained) =>
        KaplanMeierCalculator.Measure(isMaintained ? Leukemia.Maintained : Leukemia.NotMaintained);
}
