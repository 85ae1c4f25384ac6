using FsCheck.Xunit;
using RevenueModel.Statistics;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Statistics;

public class IntervalScoreCalculatorTests
{
    // The example of interval_score in the tests of the Python package scoringrules, and both sides outside.
    [Theory]
    [InlineData(0.0, 0.4, 0.1, 0.5, 0.4)]
    [InlineData(0.0, 0.4, 0.5, 0.5, 0.8)]
    [InlineData(0.0, 0.4, -0.1, 0.8, 1.4)]
    public void TheScoreIsTheWidthAndThePenalty(
        double lower, double upper, double observation, double coverage, double expected) =>
        Assert.Equal(expected, IntervalScoreCalculator.Score(lower, upper, observation, coverage), 1e-15);

    [Property]
    public bool TheScoreIsTheSumOfTwoPinballLosses(byte lower, byte width, short observation, byte level)
    {
        double coverage = (level + 1) / 257.0;
        double tail = (1 - coverage) / 2;
        double upper = lower + width;
        double losses = PinballLossCalculator.Loss(lower, observation, tail)
            + PinballLossCalculator.Loss(upper, observation, 1 - tail);
        double score = IntervalScoreCalculator.Score(lower, upper, observation, coverage);
        return Math.Abs(score - (losses / tail)) <= 1e-9 * Math.Max(1, score);
    }

    [Fact]
    public void TheMeanIsThatOfTheScores()
    {
        Assert.Equal(
            (2 + 22) / 2.0, IntervalScoreCalculator.MeanScore([0, 0], [2, 2], [1, 4], coverage: 0.8)!.Value, 1e-12);
        Assert.Null(IntervalScoreCalculator.MeanScore([], [], [], 0.8));
    }

    [Fact]
    public void WrongFiguresAreRefused()
    {
        Refusal.With(
            "uppers was 1 at 1; an upper end of at least 2, the lower end, is expected.",
            () => IntervalScoreCalculator.MeanScore([0, 2], [1, 1], [0, 0], 0.8));
        Refusal.With(
            "upper was 0; a finite number of at least 1 is expected.",
            () => IntervalScoreCalculator.Score(1, 0, 0, 0.8));
        Refusal.By<ArgumentOutOfRangeException>("coverage", () => IntervalScoreCalculator.Score(0, 1, 0, 1));
        Refusal.By<ArgumentOutOfRangeException>("uppers", () => IntervalScoreCalculator.MeanScore([0], [], [0], 0.8));
        Refusal.By<ArgumentOutOfRangeException>(
            "observations", () => IntervalScoreCalculator.MeanScore([0], [1], [double.NaN], 0.8));
    }
}
