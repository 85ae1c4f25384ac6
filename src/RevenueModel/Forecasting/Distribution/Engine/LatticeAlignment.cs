namespace RevenueModel.Forecasting;

/// <summary>Brings distributions to one lattice.</summary>
internal static class LatticeAlignment
{
    /// <summary>The largest number of cells of an exact common lattice.</summary>
    public const int MostCells = 1 << 16;

    private const double MostRatio = 1e20;

    /// <summary>Returns the largest common divisor of two amounts of zero or more; the other if one is zero. If the
    /// amounts differ by more than the digits of a decimal, the smaller one.</summary>
    public static decimal Divisor(decimal one, decimal other)
    {
        if (one != 0 && other != 0 && Math.Max((double)one / (double)other, (double)other / (double)one) > MostRatio)
        {
            return Math.Min(one, other);
        }

        while (other != 0)
        {
            (one, other) = (other, one % other);
        }

        return one;
    }

    /// <summary>Returns the masses of a distribution on another lattice. Masses between two cells are split so that
    /// the mean is kept.</summary>
    /// <param name="distribution">The distribution.</param>
    /// <param name="origin">The amount of cell zero of the other lattice, at or below the lowest amount.</param>
    /// <param name="step">The step of the other lattice.</param>
    public static AlignedMasses Align(ForecastDistribution distribution, decimal origin, decimal step)
    {
        ReadOnlySpan<double> masses = distribution.Probabilities.AsSpan();
        if (distribution.Step == step && distribution.Lowest == origin)
        {
            return new AlignedMasses(masses.ToArray(), distribution.Split);
        }

        int last = CellOf(distribution.Lowest + ((masses.Length - 1) * distribution.Step));
        var aligned = new double[last + 2];
        double variance = 0;
        bool isSplit = false;
        for (int i = 0; i < masses.Length; i++)
        {
            decimal amount = distribution.Lowest + (i * distribution.Step);
            int cell = CellOf(amount);
            double theta = (double)((amount - origin - (cell * step)) / step);
            double far = masses[i] * theta;
            aligned[cell] += masses[i] - far;
            aligned[cell + 1] += far;
            isSplit |= theta > 0;
            variance += far * (1 - theta);
        }

        double size = (double)step;
        LatticeSplit split = isSplit
            ? distribution.Split.Plus(new LatticeSplit(variance * size * size, size, size, 0))
            : distribution.Split;
        int length = aligned[^1] == 0 ? aligned.Length - 1 : aligned.Length;
        return new AlignedMasses(aligned[..length], split);

        int CellOf(decimal amount) => (int)decimal.Floor((amount - origin) / step);
    }
}

/// <summary>Masses on a common lattice.</summary>
/// <param name="Masses">The masses from cell zero.</param>
/// <param name="Split">What splitting did to the sum so far.</param>
internal readonly record struct AlignedMasses(double[] Masses, LatticeSplit Split);
