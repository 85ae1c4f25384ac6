using RevenueModel.Retention;

namespace RevenueModel.Tests.Retention.Lifetimes;

public class LifetimeMathTests
{
    // alpha 0.1, beta 0.5: shares that stay, from 50-digit arithmetic.
    [Theory]
    [InlineData(5, 1200, 0.024254)]
    [InlineData(6, 120, 0.047519)]
    [InlineData(6, 1200, 0.011936)]
    [InlineData(8, 24, 0.066101)]
    [InlineData(8, 120, 0.018240)]
    [InlineData(10, 60, 0.014003)]
    [InlineData(15, 12, 0.020212)]
    [InlineData(20, 5, 0.033607)]
    [InlineData(20, 12, 0.0058346)]
    public void LargeShapesKeepTheirDigits(double shape, int periods, double expected) => Assert.Equal(
        expected, BetaDiscreteWeibull.Of(0.1, 0.5, shape).Survival(periods), 1e-6);

    [Fact]
    public void SteepCohortsEndAtTheLargestShape()
    {
        BetaDiscreteWeibullFit fit = BetaDiscreteWeibullCalculator.Fit([RenewalCohort.Of(1000, 900, 90, 80, 75, 70)]);

        Assert.Equal(LifetimeFitOutcome.ShapeAtEndOfRange, fit.Outcome);
        Assert.EndsWith("the shape is at the end of its range", fit.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void DecimalCountsWithoutLaterLossesAreRecognized()
    {
        ShiftedBetaGeometricFit fit = ShiftedBetaGeometricCalculator.Fit([RenewalCohort.Of(0.3m, 0.1m, 0.1m)]);

        Assert.Equal(LifetimeFitOutcome.NoLaterLosses, fit.Outcome);
    }
}
