using FsCheck.Xunit;
using RevenueModel.Statistics;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Statistics;

public class CrpsCalculatorTests
{
    // The examples that the tests of the Python package properscoring state.
    [Theory]
    [InlineData(0, new double[] { -1 }, 1)]
    [InlineData(0, new double[] { 0 }, 0)]
    [InlineData(0, new double[] { 0, 1 }, 0.25)]
    [InlineData(0, new double[] { 1, 0 }, 0.25)]
    [InlineData(0, new double[] { 1, 1 }, 1)]
    [InlineData(2, new double[] { 0, 1 }, 1.25)]
    [InlineData(0, new double[] { -1, 1 }, 0.5)]
    [InlineData(0, new double[] { 0, 0, 1 }, 1.0 / 9)]
    [InlineData(1, new double[] { 0, 0, 1 }, 4.0 / 9)]
    [InlineData(0, new double[] { -1, 0, 0, 1 }, 1.0 / 8)]
    public void ASampleScoresAsInAnotherLibrary(double observation, double[] sample, double expected) =>
        Assert.Equal(expected, CrpsCalculator.OfSample(sample, observation)!.Value, 1e-15);

    [Property]
    public bool TheScoreOfOneNumberIsTheAbsoluteError(short forecast, short observation) =>
        CrpsCalculator.OfPoints([forecast], [1], observation) == Math.Abs(forecast - observation)
        && CrpsCalculator.OfLattice(forecast, 0.5, [1], observation) == Math.Abs(forecast - observation)
        && CrpsCalculator.OfSample([forecast], observation) == Math.Abs(forecast - observation);

    // E|X - y| - E|X - X'| / 2.
    [Property]
    public bool TheScoreIsTheDistanceLessHalfTheSpread(int seed)
    {
        var book = new ForecastBook(seed);
        (double X, double P)[] pairs = [.. book.Points.Zip(book.Probabilities)];
        double distance = pairs.Sum(one => one.P * Math.Abs(one.X - book.Observation));
        double spread = pairs.Sum(one => pairs.Sum(other => one.P * other.P * Math.Abs(one.X - other.X)));
        return Near(distance - (spread / 2), Score(book));
    }

    // Points and observation are whole numbers, so that the sum over unit steps is the integral.
    [Property]
    public bool TheScoreIsTheIntegralOfBrierScores(int seed)
    {
        var book = new ForecastBook(seed);
        double sum = Enumerable.Range(-20, 100).Sum(threshold => BrierScoreCalculator.Score(
            Math.Min(book.Cumulative(threshold), 1), book.Observation <= threshold));
        return Near(sum, Score(book));
    }

    // The loss is linear in the probability between two steps, so that the middle of each is its mean.
    [Property]
    public bool TwiceTheMeanPinballLossIsTheScore(int seed)
    {
        var book = new ForecastBook(seed);
        double sum = 0;
        double below = 0;
        foreach ((double point, double probability) in book.Points.Zip(book.Probabilities))
        {
            double middle = Math.Clamp(below + (probability / 2), 0, 1);
            sum += 2 * probability * PinballLossCalculator.Loss(point, book.Observation, middle);
            below += probability;
        }

        return Near(sum, Score(book));
    }

    [Property]
    public bool ALatticeScoresAsItsPoints(int seed, byte step)
    {
        var book = new ForecastBook(seed);
        double width = 0.25 + (step / 16.0);
        double[] points = [.. book.Probabilities.Select((_, i) => -3 + (i * width))];
        return Near(
            CrpsCalculator.OfPoints(points, book.Probabilities, book.Observation),
            CrpsCalculator.OfLattice(-3, width, book.Probabilities, book.Observation));
    }

    [Property]
    public bool ASampleScoresAsItsDistribution(byte[] values, short observation)
    {
        double[] sample = [.. values.Select(value => value / 4.0)];
        double[] points = [.. sample.Order()];
        return values.Length == 0
            ? CrpsCalculator.OfSample(sample, observation) is null
            : Near(
                CrpsCalculator.OfPoints(points, points.Select(_ => 1.0 / points.Length), observation),
                CrpsCalculator.OfSample(sample, observation)!.Value);
    }

    [Property]
    public bool TheFairScoreHasTheUnbiasedSpread(byte[] values, short observation)
    {
        double? fair = CrpsCalculator.OfSample(
            values.Select(value => (double)value), observation, SampleCrpsMethod.Fair);
        double n = values.Length;
        return n < 2
            ? fair is null
            : Near(
                values.Sum(x => Math.Abs((double)x - observation) / n)
                    - values.Sum(x => values.Sum(y => Math.Abs((double)x - y) / (2 * n * (n - 1)))),
                fair!.Value);
    }

    [Property]
    public bool TheScoreIsEquivariant(int seed)
    {
        var book = new ForecastBook(seed);
        double moved = CrpsCalculator.OfPoints(
            book.Points.Select(point => (point * 4) - 7), book.Probabilities, (book.Observation * 4) - 7);
        double mirrored = CrpsCalculator.OfPoints(
            book.Points.Reverse().Select(point => -point), book.Probabilities.Reverse(), -book.Observation);
        return Near(4 * Score(book), moved) && Near(Score(book), mirrored);
    }

    // Splitting a point into two with parts of its probability, or adding one without probability, changes nothing.
    [Property]
    public bool WeightsOfEqualPointsAdd(int seed)
    {
        var book = new ForecastBook(seed);
        double split = CrpsCalculator.OfPoints(
            [book.Points[0] - 9, .. book.Points.SelectMany(point => (double[])[point, point])],
            [0, .. book.Probabilities.SelectMany(weight => (double[])[weight * 0.25, weight * 0.75])],
            book.Observation);
        return Near(Score(book), split);
    }

    // On average over what can happen, no other forecast scores better than the true distribution.
    [Property]
    public bool TheTrueDistributionIsTheBestForecast(int seed, int other)
    {
        var truth = new ForecastBook(seed);
        var rival = new ForecastBook(other);
        return Expected(truth) <= Expected(rival) + 1e-9;

        double Expected(ForecastBook forecast) => truth.Points.Zip(truth.Probabilities).Sum(outcome =>
            outcome.Second * CrpsCalculator.OfPoints(forecast.Points, forecast.Probabilities, outcome.First));
    }

    // One minus the sum of the lower part would have no digits left.
    [Fact]
    public void AThinUpperTailKeepsItsDigits()
    {
        double score = CrpsCalculator.OfPoints([0, 1e20], [1 - 1e-18, 1e-18], 0);
        Assert.Equal(1e-16, score, 1e-30);
    }

    [Fact]
    public void WrongFiguresAreRefused()
    {
        Refusal.With(
            "points was 1 at 1; an ascending order, 2 or more, is expected.",
            () => CrpsCalculator.OfPoints([2, 1], [0.5, 0.5], 1));
        Refusal.With(
            "probabilities was of sum 0.75; a sum of 1, within 0.000001, is expected.",
            () => CrpsCalculator.OfPoints([1, 2], [0.5, 0.25], 1));
        Refusal.With(
            "probabilities was -0.5 at 0; a fraction between 0 and 1 is expected.",
            () => CrpsCalculator.OfLattice(0, 1, [-0.5, 1.5], 1));
        Refusal.With(
            "step was 0; more than zero, with finite points, is expected.",
            () => CrpsCalculator.OfLattice(0, 0, [1], 1));
        Refusal.By<ArgumentOutOfRangeException>("probabilities", () => CrpsCalculator.OfPoints([], [], 1));
        Refusal.By<ArgumentOutOfRangeException>("probabilities", () => CrpsCalculator.OfPoints([1, 2], [1], 1));
        Refusal.By<ArgumentOutOfRangeException>("observation", () => CrpsCalculator.OfPoints([1], [1], double.NaN));
        Refusal.By<ArgumentOutOfRangeException>("origin", () => CrpsCalculator.OfLattice(double.NaN, 1, [1], 1));
        Refusal.By<ArgumentOutOfRangeException>("sample", () => CrpsCalculator.OfSample([1, double.NaN], 1));
        Refusal.By<ArgumentOutOfRangeException>(
            "method", () => CrpsCalculator.OfSample([1], 1, (SampleCrpsMethod)5));
    }

    private static double Score(ForecastBook book) =>
        CrpsCalculator.OfPoints(book.Points, book.Probabilities, book.Observation);

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) < 1e-9;
}
