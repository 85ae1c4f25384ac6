using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>The probabilities of a Poisson count.</summary>
internal static class PoissonCounts
{
    /// <summary>Returns the probability of each count from zero, up to a count beyond which no more than a given mass
    /// remains. Counts at the start can have a probability of zero, which stands for a negligible one.</summary>
    /// <param name="rate">The expected count, zero or more.</param>
    /// <param name="lost">The mass that may be left out.</param>
    /// <remarks>
    /// From the most likely count outward by ratios, <c>p(k) = p(k - 1) rate / k</c>, and then divided by their sum,
    /// so that no power or factorial is computed.
    /// </remarks>
    public static double[] Probabilities(double rate, double lost)
    {
        if (rate == 0)
        {
            return [1];
        }

        // Bernstein's bound for a Poisson count: beyond t above the rate lies exp(-t² / (2 (rate + t / 3))).
        double log = -StandardNormal.Log(Math.Clamp(lost, 1e-300, 0.5));
        double above = (log / 3) + Math.Sqrt((log * log / 9) + (2 * log * rate));
        int last = checked((int)Math.Ceiling(rate + above));
        int mode = (int)rate;
        var probabilities = new double[last + 1];
        probabilities[mode] = 1;
        for (int k = mode + 1; k <= last; k++)
        {
            probabilities[k] = probabilities[k - 1] * (rate / k);
        }

        for (int k = mode; k > 0; k--)
        {
            probabilities[k - 1] = probabilities[k] * (k / rate);
        }

        var sum = default(CompensatedSum);
        foreach (double probability in probabilities)
        {
            sum.Add(probability);
        }

        double total = sum.Value;
        double smallest = lost / (last + 1) / 4;
        for (int k = 0; k <= last; k++)
        {
            double probability = probabilities[k] / total;
            probabilities[k] = k < mode && probability < smallest ? 0 : probability;
        }

        return probabilities;
    }
}

/// <summary>An amount with the expected number of deals that have it.</summary>
/// <param name="Amount">The amount.</param>
/// <param name="Rate">The expected number, zero or more.</param>
internal readonly record struct PossibleRate(decimal Amount, double Rate);
