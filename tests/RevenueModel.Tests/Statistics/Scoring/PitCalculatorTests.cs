using FsCheck.Xunit;
using RevenueModel.Statistics;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Statistics;

public class PitCalculatorTests
{
    [Property]
    public bool TheRangeIsTheDistributionBelowAndAtTheObservation(int seed)
    {
        var book = new ForecastBook(seed);
        PitInterval pit = PitCalculator.OfPoints(book.Points, book.Probabilities, book.Observation);
        return Near(book.Cumulative(book.Observation - 0.5), pit.Lower)
            && Near(book.Cumulative(book.Observation), pit.Upper);
    }

    [Property]
    public bool ALatticeHasThePitOfItsPoints(int seed)
    {
        var book = new ForecastBook(seed);
        double[] points = [.. book.Probabilities.Select((_, i) => -2.0 + (i * 3))];
        return PitCalculator.OfPoints(points, book.Probabilities, book.Observation)
            == PitCalculator.OfLattice(-2, 3, book.Probabilities, book.Observation);
    }

    // 3 × 0.1 and 0.3 are different doubles.
    [Fact]
    public void AnObservationNextToACellIsThatCell() =>
        Assert.Equal(PitInterval.Of(0.75, 1), PitCalculator.OfLattice(0, 0.1, [0.25, 0.25, 0.25, 0.25], 0.3));

    [Fact]
    public void ObservationsOutsideAreAtTheEnds()
    {
        Assert.Equal(default, PitCalculator.OfPoints([1, 2], [0.3, 0.7], 0));
        Assert.Equal(PitInterval.Of(1, 1), PitCalculator.OfPoints([1, 2], [0.3, 0.7], 3));
        Assert.Equal(PitInterval.Of(0.3, 0.3), PitCalculator.OfPoints([1, 2], [0.3, 0.7], 1.5));
    }

    // Czado and others: the mean of F(u) = (u - lower) / (upper - lower) within the range, at the ends of each bin.
    [Property]
    public bool TheHistogramIsTheMeanDistribution(int[] seeds, byte number)
    {
        int bins = 1 + (number % 20);
        PitInterval[] pits = [.. seeds.Select(seed => new ForecastBook(seed)).Select(
            book => PitCalculator.OfPoints(book.Points, book.Probabilities, book.Observation))];
        if (pits.Length == 0)
        {
            return PitCalculator.Histogram(pits, bins) is null;
        }

        PitHistogram histogram = PitCalculator.Histogram(pits, bins)!;
        return histogram.Count == pits.Length
            && Near(1, histogram.Shares.Sum())
            && histogram.Shares.Index().All(bin =>
                Near(Mean((bin.Index + 1.0) / bins) - Mean((double)bin.Index / bins), bin.Item));

        double Mean(double u) => u <= 0 ? 0 : pits.Average(pit =>
            u >= pit.Upper ? 1 : u <= pit.Lower ? 0 : (u - pit.Lower) / (pit.Upper - pit.Lower));
    }

    // In binary, 7 / 25 × 25 is not 7; the end still closes the seventh bin.
    [Fact]
    public void AnEndOnAnEdgeIsInTheBinThatItCloses()
    {
        for (int bins = 2; bins <= 200; bins++)
        {
            for (int edge = 1; edge < bins; edge++)
            {
                PitInterval pit = PitInterval.Of((double)edge / bins, (double)edge / bins);
                Assert.Equal(1.0, PitCalculator.Histogram([pit], bins)!.Shares[edge - 1]);
            }
        }
    }

    // Each outcome of a forecast in proportion to its probability.
    [Property]
    public bool ACalibratedForecastHasEqualShares(int seed, byte number)
    {
        int bins = 1 + (number % 20);
        var book = new ForecastBook(seed);
        int[] weights = [.. book.Probabilities.Select(p => (int)Math.Round(p / book.Probabilities.Min() * 2_520))];
        double[] probabilities = [.. weights.Select(weight => (double)weight / weights.Sum())];
        double[] shares = new double[bins];
        foreach ((double point, double probability) in book.Points.Zip(probabilities))
        {
            PitInterval pit = PitCalculator.OfPoints(book.Points, probabilities, point);
            foreach ((int bin, double share) in PitCalculator.Histogram([pit], bins)!.Shares.Index())
            {
                shares[bin] += share * probability;
            }
        }

        return shares.All(share => Near(1.0 / bins, share));
    }

    [Fact]
    public void WrongFiguresAreRefused()
    {
        Refusal.With("bins was 0; 1 to 10,000 is expected.", () => PitCalculator.Histogram([default], 0));
        Refusal.With("upper was 0.25; a finite number of at least 0.5 is expected.", () => PitInterval.Of(0.5, 0.25));
        Refusal.By<ArgumentOutOfRangeException>("lower", () => PitInterval.Of(-0.5, 0.25));
        Refusal.By<ArgumentOutOfRangeException>("observation", () => PitCalculator.OfPoints([1], [1], double.NaN));
        Refusal.By<ArgumentOutOfRangeException>("step", () => PitCalculator.OfLattice(0, -1, [1], 0));
    }

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) < 1e-12;
}
