using FsCheck.Xunit;
using RevenueModel.Statistics;
using RevenueModel.Tests.Helpers;
using RevenueModel.Tests.Numerics;

namespace RevenueModel.Tests.Statistics;

public class ReliabilityCalculatorTests
{
    // The largest over all starts at or below, and the smallest over all ends at or above, of the mean outcome between
    // them: the formula of isotonic regression, which does not pool.
    private static ExactFraction[] Isotonic(OutcomeBook book)
    {
        int[] levels = [.. book.Sixteenths.Distinct().Order()];
        var fitted = levels.ToDictionary(level => level, level => levels.Where(from => from <= level)
            .Select(from => levels.Where(to => to >= level)
                .Select(to => OutcomeBook.Mean(
                    book.Results.Where((_, i) => book.Sixteenths[i] >= from && book.Sixteenths[i] <= to)))
                .Min())
            .Max());
        return [.. book.Sixteenths.Select(level => fitted[level])];
    }

    [Property]
    public bool PartsAreThoseOfExactFractions(int seed)
    {
        var book = new OutcomeBook(seed);
        ReliabilityCurve curve = ReliabilityCalculator.Measure(book.Probabilities, book.Outcomes)!;
        ExactFraction[] fitted = Isotonic(book);
        ExactFraction rate = OutcomeBook.Mean(book.Results);
        ExactFraction uncertainty = rate * (ExactFraction.Of(1, 1) - rate);
        return curve.Count == book.Outcomes.Length
            && OutcomeBook.Near(book.Score(book.Forecasts), curve.Score)
            && OutcomeBook.Near(book.Score(book.Forecasts) - book.Score(fitted), curve.Miscalibration)
            && OutcomeBook.Near(uncertainty - book.Score(fitted), curve.Discrimination)
            && OutcomeBook.Near(uncertainty, curve.Uncertainty)
            && book.Probabilities.Zip(fitted).All(
                pair => OutcomeBook.Near(pair.Second, curve.Recalibrate(pair.First)));
    }

    [Property]
    public bool PartsSumToTheScore(int seed)
    {
        var book = new OutcomeBook(seed);
        ReliabilityCurve curve = ReliabilityCalculator.Measure(book.Probabilities, book.Outcomes)!;
        return Math.Abs(curve.Miscalibration - curve.Discrimination + curve.Uncertainty - curve.Score) < 1e-15
            && curve.Miscalibration >= 0
            && curve.Discrimination >= 0;
    }

    [Property]
    public bool RangesAndSharesRise(int seed)
    {
        var book = new OutcomeBook(seed);
        ReliabilityCurve curve = ReliabilityCalculator.Measure(book.Probabilities, book.Outcomes)!;
        return curve.Points.Zip(curve.Points.Skip(1)).All(
            pair => pair.First.Upper < pair.Second.Lower && pair.First.Rate < pair.Second.Rate)
            && curve.Points.All(point => point.Lower <= point.Upper)
            && curve.Points.Sum(point => point.Occurrences) == book.Outcomes.Count(outcome => outcome);
    }

    [Property]
    public bool RecalibratedForecastsAreCalibrated(int seed)
    {
        var book = new OutcomeBook(seed);
        ReliabilityCurve curve = ReliabilityCalculator.Measure(book.Probabilities, book.Outcomes)!;
        ReliabilityCurve again = ReliabilityCalculator.Measure(
            book.Probabilities.Select(curve.Recalibrate), book.Outcomes)!;
        return again.Miscalibration < 1e-15
            && Math.Abs(again.Discrimination - curve.Discrimination) < 1e-15
            && again.Points.Select(point => point.Rate).SequenceEqual(curve.Points.Select(point => point.Rate));
    }

    // The ranks of forecasts decide what is pooled, not their values.
    [Property]
    public bool ARisingTransformationKeepsTheDiscrimination(int seed)
    {
        var book = new OutcomeBook(seed);
        ReliabilityCurve one = ReliabilityCalculator.Measure(book.Probabilities, book.Outcomes)!;
        ReliabilityCurve other = ReliabilityCalculator.Measure(
            book.Probabilities.Select(p => p * p).Reverse(), book.Outcomes.Reverse())!;
        return one.Discrimination == other.Discrimination
            && one.Points.Select(point => point.Count).SequenceEqual(other.Points.Select(point => point.Count));
    }

    [Fact]
    public void ForecastsBetweenRangesAreInterpolated()
    {
        ReliabilityCurve curve = ReliabilityCalculator.Measure(
            [0.2, 0.2, 0.6, 0.6], [false, true, true, true])!;

        Assert.Equal(
            [0.5, 0.5, 0.75, 1, 1],
            ((double[])[0, 0.2, 0.4, 0.6, 1]).Select(p => Math.Round(curve.Recalibrate(p), 12)));
    }

    [Fact]
    public void AForecastThatIsAlwaysRightHasNoMiscalibration()
    {
        ReliabilityCurve curve = ReliabilityCalculator.Measure([0, 1, 1, 0], [false, true, true, false])!;

        Assert.Equal((0, 0, 0.25, 0.25), (
            curve.Score, curve.Miscalibration, curve.Discrimination, curve.Uncertainty));
    }

    [Fact]
    public void WrongFiguresAreRefused()
    {
        Assert.Null(ReliabilityCalculator.Measure([], []));
        Refusal.By<ArgumentOutOfRangeException>(
            "probabilities", () => ReliabilityCalculator.Measure([1.5], [true]));
        Refusal.By<ArgumentOutOfRangeException>("outcomes", () => ReliabilityCalculator.Measure([0.5], []));
        Refusal.By<ArgumentOutOfRangeException>(
            "probability", () => ReliabilityCalculator.Measure([0.5], [true])!.Recalibrate(2));
    }
}
