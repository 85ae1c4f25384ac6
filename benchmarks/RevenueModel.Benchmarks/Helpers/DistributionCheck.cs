using RevenueModel.Forecasting;

namespace RevenueModel.Benchmarks;

/// <summary>Computes distributions with a given engine, and compares cumulative probabilities.</summary>
internal static class DistributionCheck
{
    private const double Tolerance = 1e-12;

    /// <summary>Computes the distribution; the Fourier engine takes the given number of small deals.</summary>
    public static ForecastDistribution Compute(DistributionDeals deals, int fourierCount)
    {
        using AmountBook book = AmountBook.Of(deals.Amounts, deals.Probabilities, "amounts", "probabilities");
        return DistributionEngine.Compute(book, new DistributionOptions(), fourierCount);
    }

    /// <exception cref="InvalidOperationException">A cumulative probability differs.</exception>
    public static void Same(double[] masses, int first, ForecastDistribution own)
    {
        double sum = 0;
        for (int i = 0; i < masses.Length; i++)
        {
            sum += masses[i];
            if (i % 97 == 0 && Math.Abs(own.ProbabilityAtMost(first + i) - sum) > Tolerance)
            {
                Expect.Equal(sum, own.ProbabilityAtMost(first + i));
            }
        }
    }
}
