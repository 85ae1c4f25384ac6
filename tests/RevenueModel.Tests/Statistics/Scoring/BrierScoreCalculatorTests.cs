using FsCheck.Xunit;
using RevenueModel.Statistics;
using RevenueModel.Tests.Helpers;
using RevenueModel.Tests.Numerics;

namespace RevenueModel.Tests.Statistics;

public class BrierScoreCalculatorTests
{
    // The example of brier_score_loss in the manual of scikit-learn.
    [Fact]
    public void TheScoreIsThatOfAnotherLibrary() =>
        Assert.Equal(
            0.0375,
            BrierScoreCalculator.MeanScore([0.1, 0.9, 0.8, 0.3], [false, true, true, false])!.Value,
            1e-15);

    [Property]
    public bool PartsAreThoseOfExactFractions(int seed)
    {
        var book = new OutcomeBook(seed);
        BrierDecomposition parts = BrierScoreCalculator.Decompose(book.Probabilities, book.Outcomes)!;
        ExactFraction[] shares =
        [
            .. book.Sixteenths.Select(forecast => OutcomeBook.Mean(
                book.Results.Where((_, i) => book.Sixteenths[i] == forecast))),
        ];
        ExactFraction rate = OutcomeBook.Mean(book.Results);
        return parts.Count == book.Outcomes.Length
            && parts.Groups == book.Sixteenths.Distinct().Count()
            && OutcomeBook.Near(book.Score(book.Forecasts), parts.Score)
            && OutcomeBook.Near(
                OutcomeBook.Mean(shares.Zip(book.Forecasts, (one, other) => OutcomeBook.Square(one - other))),
                parts.Reliability)
            && OutcomeBook.Near(
                OutcomeBook.Mean(shares.Select(share => OutcomeBook.Square(share - rate))), parts.Resolution)
            && OutcomeBook.Near(rate * (ExactFraction.Of(1, 1) - rate), parts.Uncertainty);
    }

    [Property]
    public bool PartsSumToTheScore(int seed)
    {
        var book = new OutcomeBook(seed);
        BrierDecomposition parts = BrierScoreCalculator.Decompose(book.Probabilities, book.Outcomes)!;
        return Math.Abs(parts.Reliability - parts.Resolution + parts.Uncertainty - parts.Score) < 1e-15;
    }

    [Property]
    public bool OrderDoesNotMatter(int seed)
    {
        var book = new OutcomeBook(seed);
        BrierDecomposition one = BrierScoreCalculator.Decompose(book.Probabilities, book.Outcomes)!;
        BrierDecomposition other = BrierScoreCalculator.Decompose(
            book.Probabilities.Reverse(), book.Outcomes.Reverse())!;
        return Math.Abs(one.Score - other.Score) < 1e-15
            && one.Reliability == other.Reliability
            && one.Resolution == other.Resolution;
    }

    [Fact]
    public void WithoutForecastsThereIsNoScore()
    {
        Assert.Null(BrierScoreCalculator.MeanScore([], []));
        Assert.Null(BrierScoreCalculator.Decompose([], []));
    }

    [Fact]
    public void WrongFiguresAreRefused()
    {
        Refusal.With(
            "probabilities was 30 at 1; a fraction between 0 and 1 is expected.",
            () => BrierScoreCalculator.MeanScore([0.1, 30], [true, false]));
        Refusal.With(
            "outcomes was of length 1; a length of 2, one for each other value, is expected.",
            () => BrierScoreCalculator.Decompose([0.1, 0.2], [true]));
        Refusal.By<ArgumentOutOfRangeException>("probability", () => BrierScoreCalculator.Score(double.NaN, true));
    }
}
