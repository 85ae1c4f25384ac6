using RevenueModel.Statistics;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Statistics;

public class IntervalCoverageCalculatorTests
{
    private static readonly double[] Lowers = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    private static readonly double[] Uppers = [5, 5, 5, 5, 5, 5, 5, 5, 5, 5];
    private static readonly double[] Observations = [-1, 0, 1, 2, 3, 4, 5, 5, 5, 6];

    [Fact]
    public void ObservationsAreCountedWithTheEndsInside()
    {
        IntervalCoverage coverage = IntervalCoverageCalculator.Measure(Lowers, Uppers, Observations)!;

        Assert.Equal((1, 8, 1, 10), (coverage.Below, coverage.Inside, coverage.Above, coverage.Count));
        Assert.Equal(0.8, coverage.Coverage);
        Assert.Equal(ProportionCalculator.Wilson(8, 10), coverage.Interval);
        Assert.Equal("80.0% (49.0%-94.3% at 95%): 1 below, 8 inside, 1 above", coverage.ToString());
        Assert.Null(IntervalCoverageCalculator.Measure([], [], []));
    }

    [Fact]
    public void OverlappingWindowsCountAsFewer()
    {
        IntervalCoverage coverage = IntervalCoverageCalculator.Measure(Lowers, Uppers, Observations, 4, 0.9)!;

        Assert.Equal(0.8, coverage.Coverage);
        Assert.Equal(ProportionCalculator.Wilson(2, 2.5, 0.9), coverage.Interval);
    }

    [Fact]
    public void WrongOptionsAreRefused()
    {
        Refusal.By<ArgumentOutOfRangeException>(
            "overlap", () => IntervalCoverageCalculator.Measure(Lowers, Uppers, Observations, 0));
        Refusal.By<ArgumentOutOfRangeException>(
            "confidence", () => IntervalCoverageCalculator.Measure(Lowers, Uppers, Observations, 1, 1));
        Refusal.By<ArgumentOutOfRangeException>(
            "uppers", () => IntervalCoverageCalculator.Measure(Uppers, Lowers, Observations));
    }
}
