using RevenueModel.Statistics;

namespace RevenueModel.Retention;

/// <summary>The probabilities of a beta-discrete-Weibull model.</summary>
internal static class DiscreteWeibull
{
    /// <summary>Returns <c>period^shape</c>.</summary>
    public static double Age(int period, double shape) => period switch
    {
        0 => 0,
        1 => 1,
        _ => StandardNormal.Exp(shape * StandardNormal.Log(period)),
    };

    /// <summary>Returns the logarithm of the share that stays from one transformed age to another:
    /// <c>ln B(alpha, beta + to) - ln B(alpha, beta + from)</c>.</summary>
    public static double LogRenewal(double alpha, double beta, double from, double to) =>
        LifetimeMath.LogBetaRatio(alpha, beta + from, to - from);

    /// <summary>Returns the log-likelihood of counts; negative infinity if the model excludes them.</summary>
    public static double LogLikelihood(RenewalCounts counts, double alpha, double beta, double shape)
    {
        double sum = 0;
        double from = 0;
        for (int i = 0; i < counts.Periods; i++)
        {
            double to = Age(i + 1, shape);
            double log = Math.Min(LogRenewal(alpha, beta, from, to), 0);
            double lost = counts.AtRisk[i] - counts.Renewed[i];
            double leave = -LifetimeMath.ExpMinusOne(log);
            if (lost > 0 && !(leave > 0))
            {
                return double.NegativeInfinity;
            }

            sum += (counts.Renewed[i] * log) + (lost > 0 ? lost * StandardNormal.Log(leave) : 0);
            from = to;
        }

        return sum;
    }
}
