using FsCheck.Xunit;
using RevenueModel.Statistics;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Statistics;

public class LogScoreCalculatorTests
{
    // The example of log_loss in the manual of scikit-learn, to the digits printed.
    [Fact]
    public void TheScoreIsThatOfAnotherLibrary() =>
        Assert.Equal(
            0.21616,
            LogScoreCalculator.MeanScore([0.9, 0.1, 0.2, 0.65], [true, false, false, true])!.Value,
            0.000005);

    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    [InlineData(0.999999999)]
    [InlineData(1e-300)]
    [InlineData(5e-324)]
    public void TheScoreIsTheNegatedLogarithm(double probability) =>
        Assert.Equal(-Math.Log(probability), LogScoreCalculator.Score(probability)!.Value, 1e-13);

    [Property]
    public bool TheMeanIsThatOfTheScores(int seed)
    {
        var book = new OutcomeBook(seed);
        double?[] scores = [.. book.Probabilities.Zip(
            book.Outcomes, (p, occurred) => LogScoreCalculator.Score(occurred ? p : 1 - p))];
        double? mean = LogScoreCalculator.MeanScore(book.Probabilities, book.Outcomes);
        return scores.Contains(null)
            ? mean is null
            : Math.Abs(scores.Average()!.Value - mean!.Value) < 1e-14;
    }

    [Fact]
    public void AnImpossibleOutcomeHasNoScore()
    {
        Assert.Null(LogScoreCalculator.Score(0));
        Assert.Null(LogScoreCalculator.MeanScore([0.5, 0], [true, true]));
        Assert.Null(LogScoreCalculator.MeanScore([0.5, 1], [true, false]));
        Assert.Null(LogScoreCalculator.MeanScore([], []));
        Assert.Equal(0, LogScoreCalculator.MeanScore([0, 1], [false, true]));
    }

    [Fact]
    public void ASmallProbabilityKeepsItsDigits() =>
        Assert.Equal(1e-20, LogScoreCalculator.MeanScore([1e-20], [false])!.Value, 1e-34);

    [Fact]
    public void WrongFiguresAreRefused()
    {
        Refusal.By<ArgumentOutOfRangeException>("probability", () => LogScoreCalculator.Score(1.5));
        Refusal.By<ArgumentOutOfRangeException>(
            "probabilities", () => LogScoreCalculator.MeanScore([double.NaN], [true]));
    }
}
