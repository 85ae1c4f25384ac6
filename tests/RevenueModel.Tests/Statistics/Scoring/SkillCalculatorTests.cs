using FsCheck.Xunit;
using RevenueModel.Statistics;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Statistics;

public class SkillCalculatorTests
{
    // The sleep data of Student (1908), and the paired t test of them that the manual of R prints.
    [Fact]
    public void WithoutOverlapTheIntervalIsThePairedOne()
    {
        SkillComparison comparison = SkillCalculator.Compare(
            scores: [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
            baselineScores: [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0])!;

        Assert.Equal(9, comparison.DegreesOfFreedom);
        Assert.Equal(-1.58, comparison.Difference, 1e-12);
        Assert.Equal(-2.4598858, comparison.DifferenceInterval!.Value.Lower, 0.00000005);
        Assert.Equal(-0.7001142, comparison.DifferenceInterval!.Value.Upper, 0.00000005);
    }

    // The linearized ratio estimator has an implementation of its own for amounts.
    [Fact]
    public void TheSkillHasTheIntervalOfARatio()
    {
        double[] scores = [40, 55, 30, 62, 48, 51];
        double[] baseline = [70, 80, 66, 90, 61, 72];
        SkillComparison comparison = SkillCalculator.Compare(scores, baseline)!;
        RatioEstimate ratio = RatioSample.Of(
            scores.Select(value => (decimal)value), baseline.Select(value => (decimal)value)).Estimate()!;

        Assert.Equal(1 - (double)ratio.Value, comparison.Skill!.Value, 1e-14);
        Assert.Equal(1 - ratio.Interval!.Value.Upper, comparison.SkillInterval!.Value.Lower, 1e-12);
        Assert.Equal(1 - ratio.Interval!.Value.Lower, comparison.SkillInterval!.Value.Upper, 1e-12);
    }

    // The definition of the estimator, with the cosine of the platform.
    [Property]
    public bool TheStandardErrorIsThatOfTheDefinition(int seed, byte length, byte number)
    {
        var dice = new SplitMix64((ulong)seed);
        int n = 3 + length;
        int degrees = 1 + (number % (n - 1));
        double[] values = [.. Enumerable.Range(0, n).Select(_ => dice.NextNormal())];
        double variance = Enumerable.Range(1, degrees).Average(j => Math.Pow(
            Math.Sqrt(2.0 / n) * values.Select((value, i) => value * Math.Cos(Math.PI * j * (i + 0.5) / n)).Sum(), 2));
        return Math.Abs(Math.Sqrt(variance / n) - EqualWeightedCosine.StandardError(values, degrees)) < 1e-11;
    }

    [Theory]
    [InlineData(1, 1, null)]
    [InlineData(2, 1, 1)]
    [InlineData(100, 1, 99)]
    [InlineData(13, 13, null)]
    [InlineData(14, 13, 1)]
    [InlineData(52, 13, 1)]
    [InlineData(53, 13, 2)]
    [InlineData(1_000_000, 2, 500)]
    [InlineData(int.MaxValue, int.MaxValue, null)]
    public void DegreesOfFreedomFollowFromWindowsThatAreApart(int count, int overlap, int? degrees) =>
        Assert.Equal(degrees, EqualWeightedCosine.Degrees(count, overlap));

    // Sums of the last values: neighbors overlap. Of 2,000 intervals, 95% ± 2% cover the mean of zero. Without the
    // overlap they would cover about half.
    [Fact]
    public void IntervalsOfOverlappingWindowsCoverAsStated()
    {
        const int overlap = 6;
        const int count = 60;
        const int runs = 2_000;
        var dice = new SplitMix64(20_260_101);
        int covered = 0;
        int naive = 0;
        for (int run = 0; run < runs; run++)
        {
            double[] steps = [.. Enumerable.Range(0, count + overlap).Select(_ => dice.NextNormal())];
            double[] scores = [.. Enumerable.Range(0, count).Select(i => steps[i..(i + overlap)].Sum())];
            var zeros = new double[count];
            covered += SkillCalculator.Compare(scores, zeros, overlap)!.DifferenceInterval!.Value.Contains(0) ? 1 : 0;
            naive += SkillCalculator.Compare(scores, zeros)!.DifferenceInterval!.Value.Contains(0) ? 1 : 0;
        }

        Assert.InRange(covered / (double)runs, 0.93, 0.97);
        Assert.InRange(naive / (double)runs, 0.4, 0.7);
    }

    [Fact]
    public void WithoutDenominatorOrWindowsThereIsNoFigure()
    {
        Assert.Null(SkillCalculator.Compare([], []));
        Assert.Null(SkillCalculator.Compare([1, 2], [0, 0])!.Skill);
        Assert.Null(SkillCalculator.Compare([1, 2], [0, 0])!.SkillInterval);
        Assert.NotNull(SkillCalculator.Compare([1, 2], [0, 0])!.DifferenceInterval);
        Assert.Null(SkillCalculator.Compare([1, 2], [3, 4], overlap: 2)!.SkillInterval);
        Assert.Equal("difference -1.5, 2 pairs", SkillCalculator.Compare([1, 2], [0, 0])!.ToString());
    }

    [Property]
    public bool SkillDoesNotDependOnTheUnit(int seed)
    {
        var dice = new SplitMix64((ulong)seed);
        double[] scores = [.. Enumerable.Range(0, 20).Select(_ => dice.NextOpen())];
        double[] baseline = [.. Enumerable.Range(0, 20).Select(_ => dice.NextOpen() + 0.2)];
        SkillComparison one = SkillCalculator.Compare(scores, baseline, overlap: 3)!;
        SkillComparison other = SkillCalculator.Compare(
            scores.Select(score => score * 1_000), baseline.Select(score => score * 1_000), overlap: 3)!;
        return Math.Abs(one.Skill!.Value - other.Skill!.Value) < 1e-12
            && Math.Abs(one.SkillInterval!.Value.Lower - other.SkillInterval!.Value.Lower) < 1e-9
            && Math.Abs((one.Difference * 1_000) - other.Difference) < 1e-9;
    }

    [Fact]
    public void WrongFiguresAreRefused()
    {
        Refusal.By<ArgumentOutOfRangeException>("baselineScores", () => SkillCalculator.Compare([1], []));
        Refusal.By<ArgumentOutOfRangeException>("scores", () => SkillCalculator.Compare([double.NaN], [1]));
        Refusal.By<ArgumentOutOfRangeException>("overlap", () => SkillCalculator.Compare([1], [1], 0));
        Refusal.By<ArgumentOutOfRangeException>("confidence", () => SkillCalculator.Compare([1], [1], 1, 0));
    }
}
