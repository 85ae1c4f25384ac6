namespace RevenueModel.Forecasting;

/// <summary>Finds quantiles of a lattice, and bounds that hold for the true distribution.</summary>
/// <remarks>
/// Let L be the sum on the lattice, X the true sum, and <c>P(L - X ≥ t) ≤ ε</c> and the same for <c>X - L</c>.
/// Then <c>F_X(x) ≤ F_L(x + t) + ε</c> and <c>F_X(x) ≥ F_L(x - t) - ε</c>. Each ε gives a valid bound; the best
/// of several is taken.
/// </remarks>
internal static class QuantileBounds
{
    private const int Parts = 14;

    /// <summary>Returns the quantile at a probability above 0 and below 1.</summary>
    public static ForecastQuantile Of(ForecastDistribution distribution, double probability)
    {
        decimal amount = AmountAt(distribution, CellOf(distribution, probability));
        return new ForecastQuantile(
            probability, amount, Lower(distribution, probability, amount), Upper(distribution, probability, amount));
    }

    /// <summary>Returns the cell of the quantile without bounds.</summary>
    public static int CellOf(ForecastDistribution distribution, double probability)
    {
        ReadOnlySpan<double> masses = distribution.Probabilities.AsSpan();
        int cell = MassSums.FirstAtLeast(
            masses, probability - Math.Min(distribution.RoundingError, probability / 2));
        return cell < 0 ? masses.Length - 1 : cell;
    }

    /// <summary>Returns the probability that a target is reached, with its bounds.</summary>
    public static ForecastProbability Reach(ForecastDistribution distribution, decimal target)
    {
        double probability = distribution.ProbabilityAtLeast(target);
        LatticeSplit split = distribution.Split;

        // The largest shift is never exceeded.
        double lower = ShiftedReach(distribution, target, (decimal)Enlarged(split.MostShift));
        double upper = ShiftedReach(distribution, target, -(decimal)Enlarged(split.MostShift));
        double part = 0.25;
        for (int i = 0; i < Parts && !split.IsExact; i++, part /= 8)
        {
            decimal shift = (decimal)Enlarged(split.ShiftAt(part));
            lower = Math.Max(lower, ShiftedReach(distribution, target, shift) - part);
            upper = Math.Min(upper, ShiftedReach(distribution, target, -shift) + part);
        }

        double error = distribution.RoundingError;
        return new ForecastProbability(
            target,
            probability,
            Math.Clamp(lower - error, 0, probability),
            Math.Clamp(upper + error + distribution.DroppedMass, probability, 1));
    }

    private static double ShiftedReach(ForecastDistribution distribution, decimal target, decimal shift) =>
        shift > 0 && target > decimal.MaxValue - shift ? 0
        : shift < 0 && target < decimal.MinValue - shift ? 1
        : distribution.ProbabilityAtLeast(target + shift);

    // A shift is a bound, so that it is enlarged by more than the rounding of its conversion.
    private static double Enlarged(double shift) => Math.Min(shift * (1 + 1e-9), 7e27);

    private static decimal? Lower(ForecastDistribution distribution, double probability, decimal amount)
    {
        double level = probability - distribution.RoundingError - distribution.DroppedMass;
        decimal? best = null;
        double part = Math.Min(probability, 1 - probability) / 2;
        for (int i = 0; i < Parts; i++, part /= 8)
        {
            double used = distribution.Split.IsExact ? 0 : part;
            if (level - used > 0)
            {
                int cell = MassSums.FirstAtLeast(distribution.Probabilities.AsSpan(), level - used);
                cell = cell < 0 ? distribution.Probabilities.Count - 1 : cell;
                decimal bound = Shifted(AmountAt(distribution, cell), distribution.Split, used, -1);
                best = best is { } other ? Math.Max(other, bound) : bound;
            }

            if (distribution.Split.IsExact)
            {
                break;
            }
        }

        return best is { } lower ? Math.Min(lower, amount) : null;
    }

    private static decimal? Upper(ForecastDistribution distribution, double probability, decimal amount)
    {
        double level = probability + distribution.RoundingError;
        decimal? best = null;
        double part = Math.Min(probability, 1 - probability) / 2;
        for (int i = 0; i < Parts; i++, part /= 8)
        {
            double used = distribution.Split.IsExact ? 0 : part;
            int cell = MassSums.FirstAtLeast(distribution.Probabilities.AsSpan(), level + used);
            if (cell >= 0)
            {
                decimal bound = Shifted(AmountAt(distribution, cell), distribution.Split, used, 1);
                best = best is { } other ? Math.Min(other, bound) : bound;
            }

            if (distribution.Split.IsExact)
            {
                break;
            }
        }

        return best is { } upper ? Math.Max(upper, amount) : null;
    }

    private static decimal Shifted(decimal amount, LatticeSplit split, double probability, int sign)
    {
        double shift = split.IsExact ? 0 : Enlarged(split.ShiftAt(probability));
        return shift < 7e27 ? amount + (sign * (decimal)shift) : sign * decimal.MaxValue;
    }

    private static decimal AmountAt(ForecastDistribution distribution, int cell) =>
        distribution.Lowest + (cell * distribution.Step);
}
