namespace RevenueModel.Statistics;

/// <summary>The t distribution of Student, with the same bits on any machine.</summary>
internal static class StudentT
{
    /// <summary>The largest degrees of freedom for which the finite series is summed; above it, the expansion around
    /// the normal distribution is exact to about 1e-10.</summary>
    private const long MaxSeries = 200;

    private const int Halvings = 3;
    private const int AtanTerms = 19;
    private const int Bisections = 200;

    /// <summary>Returns the quantile t with <c>P(-t ≤ T ≤ t) = confidence</c>.</summary>
    /// <param name="confidence">The probability, between 0 and 1, both excluded.</param>
    /// <param name="degrees">The degrees of freedom, 1 or more.</param>
    public static double TwoSidedQuantile(double confidence, long degrees)
    {
        double z = Confidence.Deviations(confidence);
        if (degrees > MaxSeries)
        {
            return Expanded(z, degrees);
        }

        double low = z;
        double high = Math.Max(2 * z, 1);
        while (TwoSidedProbability(high, degrees) < confidence && high < 1e300)
        {
            low = high;
            high *= 2;
        }

        for (int i = 0; i < Bisections; i++)
        {
            double middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                break;
            }

            if (TwoSidedProbability(middle, degrees) < confidence)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return high;
    }

    /// <summary>Returns <c>P(-t ≤ T ≤ t)</c> by the finite series (Abramowitz and Stegun 26.7.3 and
    /// 26.7.4).</summary>
    public static double TwoSidedProbability(double t, long degrees)
    {
        double ratio = t / Math.Sqrt(degrees);
        double root = Math.Sqrt(1 + (ratio * ratio));
        double cosine = 1 / root;
        double sine = ratio / root;
        double square = cosine * cosine;
        bool isEven = degrees % 2 == 0;
        double term = isEven ? 1 : cosine;
        double sum = degrees == 1 ? 0 : term;
        for (long k = isEven ? 2 : 3; k <= degrees - 2; k += 2)
        {
            term *= square * (k - 1) / k;
            sum += term;
        }

        return isEven ? sine * sum : 2 / Math.PI * (Atan(ratio) + (sine * sum));
    }

    /// <summary>Returns the expansion of Cornish and Fisher (Abramowitz and Stegun 26.7.5).</summary>
    private static double Expanded(double z, double n)
    {
        double s = z * z;
        double first = (s + 1) * z / 4;
        double second = ((((5 * s) + 16) * s) + 3) * z / 96;
        double third = ((((((3 * s) + 19) * s) + 17) * s) - 15) * z / 384;
        double fourth = ((((((((79 * s) + 776) * s) + 1482) * s) - 1920) * s) - 945) * z / 92160;
        return z + ((first + ((second + ((third + (fourth / n)) / n)) / n)) / n);
    }

    private static double Atan(double value)
    {
        double x = value;
        for (int i = 0; i < Halvings; i++)
        {
            x /= 1 + Math.Sqrt(1 + (x * x));
        }

        double square = x * x;
        double series = 0;
        for (int k = (2 * AtanTerms) + 1; k >= 1; k -= 2)
        {
            series = (1.0 / k) - (series * square);
        }

        return x * series * (1 << Halvings);
    }
}
