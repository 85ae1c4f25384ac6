namespace RevenueModel.Tests.Oracles.Forecasting;

/// <summary>The distribution of a sum of many deals with whole amounts, in pairs of doubles (106 bits; Dekker 1971),
/// for probabilities whose complement is exact.</summary>
internal static class WideDistribution
{
    /// <summary>Returns the probability of each sum from zero.</summary>
    /// <param name="amounts">The amounts, one or more each.</param>
    /// <param name="probabilities">The probabilities, such as multiples of 1/64.</param>
    /// <param name="smallest">Masses below this are taken as zero at both ends.</param>
    public static WideMasses Of(int[] amounts, double[] probabilities, double smallest)
    {
        var high = new double[amounts.Sum() + 1];
        var low = new double[high.Length];
        high[0] = 1;
        int from = 0;
        int to = 0;
        for (int deal = 0; deal < amounts.Length; deal++)
        {
            double wins = probabilities[deal];
            double loses = 1 - wins;
            to += amounts[deal];
            for (int i = to; i >= from; i--)
            {
                (double high, double low) stays = Times(high[i], low[i], loses);
                int source = i - amounts[deal];
                (double high, double low) moves = source >= from ? Times(high[source], low[source], wins) : default;
                (high[i], low[i]) = Plus(stays, moves);
            }

            while (high[from] < smallest)
            {
                high[from] = low[from] = 0;
                from++;
            }

            while (high[to] < smallest)
            {
                high[to] = low[to] = 0;
                to--;
            }
        }

        return new WideMasses(high, low);
    }

    private static (double High, double Low) Times(double high, double low, double factor)
    {
        double product = high * factor;
        double error = Math.FusedMultiplyAdd(high, factor, -product) + (low * factor);
        double sum = product + error;
        return (sum, error - (sum - product));
    }

    private static (double High, double Low) Plus((double High, double Low) one, (double High, double Low) other)
    {
        double sum = one.High + other.High;
        double part = sum - one.High;
        double error = (one.High - (sum - part)) + (other.High - part) + (one.Low + other.Low);
        double result = sum + error;
        return (result, error - (result - sum));
    }
}

/// <summary>Probabilities from zero as pairs of doubles.</summary>
internal sealed record WideMasses(double[] High, double[] Low)
{
    /// <summary>The cumulative probabilities from zero, summed in pairs.</summary>
    public double[] FromBelow() => Sums([.. Enumerable.Range(0, High.Length)]);

    /// <summary>The probabilities of at least each sum.</summary>
    public double[] FromAbove() => Sums([.. Enumerable.Range(0, High.Length).Reverse()]);

    private double[] Sums(int[] order)
    {
        var sums = new double[High.Length];
        double sum = 0;
        double error = 0;
        foreach (int i in order)
        {
            double next = sum + High[i];
            error += (sum >= High[i] ? (sum - next) + High[i] : (High[i] - next) + sum) + Low[i];
            sum = next;
            sums[i] = sum + error;
        }

        return sums;
    }
}
