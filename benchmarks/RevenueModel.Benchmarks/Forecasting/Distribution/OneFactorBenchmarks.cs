using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Forecasting;
using RevenueModel.Statistics;

namespace RevenueModel.Benchmarks.Forecasting.Distribution;

/// <summary>A thousand deals that depend on one factor, compared with plain loops at 64 values of the factor. The
/// library halves its step until nothing changes, so that it computes about as many nodes again to know
/// that.</summary>
public class OneFactorBenchmarks
{
    private const double Rho = 0.1;
    private const int Nodes = 64;
    private const double Outermost = 8;

    private readonly DistributionDeals _deals = DistributionDeals.Create(1_000, 1 << 14);
    private readonly DistributionOptions _loose = new() { FactorTolerance = 1e-6 };
    private UncertainDeal[] _uncertain = [];

    [GlobalSetup]
    public void Setup()
    {
        _uncertain = [.. _deals.Amounts.Zip(_deals.Probabilities, UncertainDeal.Of)];
        double[] scalar = Scalar();
        double sum = 0;
        ForecastDistribution own = ToTwelveDigits();
        ForecastDistribution loose = ToSixDigits();
        for (int i = 0; i < scalar.Length; i++)
        {
            sum += scalar[i];
            if (i % 97 == 0)
            {
                Expect.Near([sum + 1], [own.ProbabilityAtMost(i) + 1], 1e-8);
                Expect.Near([sum + 1], [loose.ProbabilityAtMost(i) + 1], 1e-5);
            }
        }
    }

    [Benchmark(Baseline = true)]
    public double[] Scalar()
    {
        var total = new double[_deals.Cells.Sum() + 1];
        var given = new double[_deals.Cells.Length];
        double step = 2 * Outermost / (Nodes - 1);
        double[] thresholds = [.. _deals.Probabilities.Select(StandardNormal.Quantile)];
        for (int node = 0; node < Nodes; node++)
        {
            double z = -Outermost + (node * step);
            for (int i = 0; i < given.Length; i++)
            {
                given[i] = StandardNormal.Probability((thresholds[i] - (Math.Sqrt(Rho) * z)) / Math.Sqrt(1 - Rho));
            }

            double weight = step * StandardNormal.Density(z);
            double[] masses = ConvolvedForecast.Scalar(_deals.Cells, given);
            for (int i = 0; i < total.Length; i++)
            {
                total[i] += weight * masses[i];
            }
        }

        return total;
    }

    [Benchmark]
    public ForecastDistribution ToTwelveDigits() => OneFactorCalculator.Forecast(_uncertain, Rho);

    [Benchmark]
    public ForecastDistribution ToSixDigits() => OneFactorCalculator.Forecast(_uncertain, Rho, _loose);
}
