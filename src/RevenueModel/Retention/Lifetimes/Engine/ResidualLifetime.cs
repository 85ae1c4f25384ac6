using RevenueModel.Statistics;

namespace RevenueModel.Retention;

/// <summary>Computes discounted expected residual lifetimes.</summary>
internal static class ResidualLifetime
{
    // A weight below this share of the largest does not change a double.
    private const double Negligible = 1e-19;
    private const double LogNegligible = -43.75;

    /// <summary>Returns the discounted expected residual lifetime after renewals, or <see langword="null"/> if it is
    /// infinite.</summary>
    public static double? Of(ShiftedBetaGeometric model, int renewals, double rate)
    {
        if (model is not { Alpha: { } alpha, Beta: { } beta })
        {
            double stay = 1 - model.MeanChurn;
            double denominator = rate + model.MeanChurn;
            return denominator > 0 ? stay * (1 + rate) / denominator : null;
        }

        double left = beta + renewals;
        return rate == 0
            ? alpha > 1 ? left / (alpha - 1) : null
            : Mean(alpha, left, rate);
    }

    /// <summary>Returns the mean of <c>(1 - p) (1 + rate) / (rate + p)</c> over a beta distribution of p.</summary>
    /// <remarks>
    /// With <c>p = 1 / (1 + exp(-u))</c> the integrand is analytic in a strip around the real axis, so that the
    /// trapezoidal rule converges exponentially. Both integrals of the mean use the same points. Where p is so small
    /// or so close to one that only a power of it is left, the rest of the sum is a geometric series.
    /// </remarks>
    private static double Mean(double alpha, double beta, double rate)
    {
        double step = Math.Min(0.25, 0.5 * Math.Sqrt((1 / alpha) + (1 / beta)));
        double total = alpha + beta;
        double center = StandardNormal.Log(alpha) - StandardNormal.Log(beta);
        double peak = LogWeight(center, alpha, beta);
        double lowest = StandardNormal.Log(Math.Min(rate, 1 / (1 + total))) + LogNegligible;
        double highest = -StandardNormal.Log(1 / (1 + total)) - LogNegligible;

        double weights = 0;
        double values = 0;
        for (int i = 0; ; i++)
        {
            double at = center + (i * step);
            double weight = StandardNormal.Exp(LogWeight(at, alpha, beta) - peak);
            if (at >= highest)
            {
                // All that is left is exp(-beta u), and a value that is zero.
                weights += weight / -LifetimeMath.ExpMinusOne(-beta * step);
                break;
            }

            weights += weight;
            values += weight * Value(at, rate);
            if (weight < Negligible)
            {
                break;
            }
        }

        for (int i = 1; ; i++)
        {
            double at = center - (i * step);
            double weight = StandardNormal.Exp(LogWeight(at, alpha, beta) - peak);
            if (at <= lowest)
            {
                double rest = weight / -LifetimeMath.ExpMinusOne(-alpha * step);
                weights += rest;
                values += rest * Value(at, rate);
                break;
            }

            weights += weight;
            values += weight * Value(at, rate);
            if (weight < Negligible * Math.Min(rate, 1))
            {
                break;
            }
        }

        return values / weights;
    }

    // alpha ln p + beta ln(1 - p), with p = 1 / (1 + exp(-u)).
    private static double LogWeight(double u, double alpha, double beta)
    {
        double small = StandardNormal.LogOnePlus(StandardNormal.Exp(-Math.Abs(u)));
        return (alpha * (Math.Min(u, 0) - small)) + (beta * (Math.Min(-u, 0) - small));
    }

    private static double Value(double u, double rate)
    {
        double power = StandardNormal.Exp(-Math.Abs(u));
        double churn = u < 0 ? power / (1 + power) : 1 / (1 + power);
        double stay = u < 0 ? 1 / (1 + power) : power / (1 + power);
        return stay * ((1 + rate) / (rate + churn));
    }
}
