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
    public void SteepCohortsHaveNoStrictMaximum()
    {
        BetaDiscreteWeibullFit fit = BetaDiscreteWeibullCalculator.Fit([RenewalCohort.Of(1000, 900, 90, 80, 75, 70)]);

        Assert.Equal(LifetimeFitOutcome.NoStrictMaximum, fit.Outcome);
        Assert.EndsWith("the likelihood has no strict maximum", fit.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3.8, 15.2, 0.1)]
    [InlineData(0.9429, 3.768, 0.1)]
    [InlineData(0.668, 3.806, 0.25)]
    public void TheExpectedLifetimeIsTheSumOfDiscountedShares(double alpha, double beta, double rate)
    {
        double sum = 0;
        double survival = 1;
        double factor = 1;
        for (int t = 1; t < 5_000; t++)
        {
            sum += survival * factor;
            survival *= (beta + t - 1) / (alpha + beta + t - 1);
            factor /= 1 + rate;
        }

        Assert.Equal(
            sum,
            ShiftedBetaGeometricCalculator.ExpectedLifetime(ShiftedBetaGeometric.Of(alpha, beta), rate)!.Value,
            sum * 1e-9);
    }

    [Fact]
    public void DecimalCountsWithoutLaterLossesAreRecognized()
    {
        ShiftedBetaGeometricFit fit = ShiftedBetaGeometricCalculator.Fit([RenewalCohort.Of(0.3m, 0.1m, 0.1m)]);

        Assert.Equal(LifetimeFitOutcome.NoLaterLosses, fit.Outcome);
    }
}
