using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>An amount with several outcomes in units, ascending, each with a probability above zero.</summary>
internal sealed class AmountOutcomes
{
    private AmountOutcomes(long[] units, double[] probabilities)
    {
        Units = units;
        Probabilities = probabilities;
    }

    /// <summary>Gets the outcomes in units, ascending.</summary>
    public long[] Units { get; }

    /// <summary>Gets the probability of each.</summary>
    public double[] Probabilities { get; }

    /// <summary>Gets the mean in units.</summary>
    public double Mean
    {
        get
        {
            var mean = default(CompensatedSum);
            for (int i = 0; i < Units.Length; i++)
            {
                mean.Add(Probabilities[i] * Units[i]);
            }

            return mean.Value;
        }
    }

    /// <summary>Gets the variance in squared units, around the mean so that no digits cancel.</summary>
    public double Variance
    {
        get
        {
            double mean = Mean;
            var variance = default(CompensatedSum);
            for (int i = 0; i < Units.Length; i++)
            {
                double distance = Units[i] - mean;
                variance.Add(Probabilities[i] * distance * distance);
            }

            return variance.Value;
        }
    }

    /// <summary>Gets the third cumulant in cubed units.</summary>
    public double Skew
    {
        get
        {
            double mean = Mean;
            double skew = 0;
            for (int i = 0; i < Units.Length; i++)
            {
                double distance = Units[i] - mean;
                skew += Probabilities[i] * distance * distance * distance;
            }

            return skew;
        }
    }

    /// <summary>Creates outcomes; those of the same amount are added up, those without probability left out.</summary>
    public static AmountOutcomes Of(long[] units, double[] probabilities)
    {
        Array.Sort(units, probabilities);
        int count = 0;
        for (int i = 0; i < units.Length; i++)
        {
            if (probabilities[i] == 0)
            {
                continue;
            }

            if (count > 0 && units[count - 1] == units[i])
            {
                probabilities[count - 1] += probabilities[i];
                continue;
            }

            units[count] = units[i];
            probabilities[count++] = probabilities[i];
        }

        return new AmountOutcomes(units[..count], probabilities[..count]);
    }

    /// <summary>Returns the same amounts with other probabilities, some of which may be zero.</summary>
    public AmountOutcomes With(double[] probabilities) => new(Units, probabilities);

    /// <summary>Creates the multiples 0, 1, 2 of an amount.</summary>
    /// <param name="units">The amount in units.</param>
    /// <param name="counts">The probability of each count from zero.</param>
    public static AmountOutcomes Multiples(long units, double[] counts)
    {
        var multiples = new long[counts.Length];
        for (int i = 0; i < counts.Length; i++)
        {
            multiples[i] = i * units;
        }

        return Of(multiples, (double[])counts.Clone());
    }
}
