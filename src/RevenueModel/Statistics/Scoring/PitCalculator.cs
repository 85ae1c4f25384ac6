using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>Checks the calibration of distribution forecasts by the probability integral transform (PIT).</summary>
public static class PitCalculator
{
    /// <summary>Returns the PIT of an observation under a distribution on points.</summary>
    /// <param name="points">The possible values, finite numbers in ascending order; at least one.</param>
    /// <param name="probabilities">The probability of each point, between 0 and 1; they sum to one within
    /// 0.000001.</param>
    /// <param name="observation">The observed value, a finite number; it may lie between the points or outside
    /// them.</param>
    /// <returns>The range from the probability of less to that of at most the observed value. Above the last point it
    /// is 1 to 1, below the first one 0 to 0.</returns>
    /// <exception cref="ArgumentException">A value is NaN or infinite, the points are not in ascending order, or the
    /// probabilities are outside 0 to 1 or do not sum to one.</exception>
    public static PitInterval OfPoints(
        ReadOnlySpan<double> points, ReadOnlySpan<double> probabilities, double observation)
    {
        NumberGuards.Finite(observation);
        return Interval(ForecastPoints.Of(points, probabilities), observation);
    }

    /// <inheritdoc cref="OfPoints(ReadOnlySpan{double}, ReadOnlySpan{double}, double)"/>
    public static PitInterval OfPoints(
        IEnumerable<double> points, IEnumerable<double> probabilities, double observation) =>
        OfPoints(points.AsItems(), probabilities.AsItems(), observation);

    /// <summary>Returns the PIT of an observation under a distribution on a lattice,
    /// <c>origin + k × step</c>.</summary>
    /// <param name="origin">The value of the first cell, a finite number.</param>
    /// <param name="step">The distance between cells, a finite number above zero.</param>
    /// <param name="probabilities">The probability of each cell, between 0 and 1; they sum to one within
    /// 0.000001.</param>
    /// <param name="observation">The observed value, a finite number. Within a billionth of a step of a cell it counts
    /// as that cell.</param>
    /// <returns>The range from the probability of less to that of at most the observed value.</returns>
    /// <exception cref="ArgumentException">A value is NaN or infinite, the step is not above zero, or the
    /// probabilities are outside 0 to 1 or do not sum to one.</exception>
    public static PitInterval OfLattice(
        double origin, double step, ReadOnlySpan<double> probabilities, double observation)
    {
        NumberGuards.Finite(observation);
        ForecastPoints forecast = ForecastPoints.Lattice(origin, step, probabilities);
        return Interval(forecast, forecast.Snapped(observation));
    }

    /// <inheritdoc cref="OfLattice(double, double, ReadOnlySpan{double}, double)"/>
    public static PitInterval OfLattice(
        double origin, double step, IEnumerable<double> probabilities, double observation) =>
        OfLattice(origin, step, probabilities.AsItems(), observation);

    /// <summary>Returns the histogram of the PIT of several observations.</summary>
    /// <param name="pits">The PIT of each observation.</param>
    /// <param name="bins">The number of bins, between 1 and 10,000. Default: 10.</param>
    /// <returns>The histogram, or <see langword="null"/> without observations.</returns>
    /// <exception cref="ArgumentException">The number of bins is outside its range.</exception>
    /// <remarks>
    /// The nonrandomized histogram for discrete forecasts (Czado, Gneiting and Held, "Predictive model assessment for
    /// count data", Biometrics 65, 2009): each observation is spread evenly over its range, and no random number is
    /// drawn. Ends that are equal go to the bin that they close.
    /// </remarks>
    /// <example><code>
    /// double[] points = [0, 100, 200, 300];
    /// double[] probabilities = [0.1, 0.4, 0.4, 0.1];
    /// PitInterval[] pits =
    ///     [.. new double[] { 100, 300, 200 }.Select(won => PitCalculator.OfPoints(points, probabilities, won))];
    /// Console.WriteLine(pits[0]); // 0.1 to 0.5
    /// Console.WriteLine(PitCalculator.Histogram(pits, bins: 5)); // 3 observations: 8.3%, 16.7%, 16.7%, 16.7%, 41.7%
    /// </code></example>
    public static PitHistogram? Histogram(ReadOnlySpan<PitInterval> pits, int bins = 10)
    {
        const int mostBins = 10_000;
        if (bins is < 1 or > mostBins)
        {
            throw DomainGuards.OutOfRange(nameof(bins), bins, Invariant($"1 to {mostBins:#,0}"));
        }

        if (pits.IsEmpty)
        {
            return null;
        }

        var shares = new double[bins];
        foreach (PitInterval pit in pits)
        {
            Spread(pit, shares);
        }

        for (int i = 0; i < bins; i++)
        {
            shares[i] /= pits.Length;
        }

        return new PitHistogram(pits.Length, ValueList.Own(shares));
    }

    /// <inheritdoc cref="Histogram(ReadOnlySpan{PitInterval}, int)"/>
    public static PitHistogram? Histogram(IEnumerable<PitInterval> pits, int bins = 10) =>
        Histogram(pits.AsItems(), bins);

    private static void Spread(PitInterval pit, double[] shares)
    {
        int bins = shares.Length;
        int first = BinOf(pit.Lower, bins, isUpper: false);
        int last = BinOf(pit.Upper, bins, isUpper: true);
        if (first >= last)
        {
            shares[last]++;
            return;
        }

        double width = pit.Upper - pit.Lower;
        for (int bin = first; bin <= last; bin++)
        {
            double from = Math.Max((double)bin / bins, pit.Lower);
            double to = Math.Min((double)(bin + 1) / bins, pit.Upper);
            shares[bin] += Math.Max(to - from, 0) / width;
        }
    }

    // The ends of the bins are the quotients bin / bins. A product can round to the other side of them.
    private static int BinOf(double end, int bins, bool isUpper)
    {
        int bin = Math.Clamp((int)(end * bins), 0, bins - 1);
        while (bin > 0 && IsBelow(end, (double)bin / bins, isUpper))
        {
            bin--;
        }

        while (bin < bins - 1 && !IsBelow(end, (double)(bin + 1) / bins, isUpper))
        {
            bin++;
        }

        return bin;
    }

    // An upper end belongs to the bin that it closes, a lower end to the bin that it opens.
    private static bool IsBelow(double end, double edge, bool isUpper) => isUpper ? end <= edge : end < edge;

    private static PitInterval Interval(ForecastPoints forecast, double observation)
    {
        CompensatedSum mass = default;
        int i = 0;
        for (; i < forecast.Count && forecast[i] < observation; i++)
        {
            mass.Add(forecast.Probabilities[i]);
        }

        // With no point left, the probability is one without the rounding of the sum.
        double lower = i == forecast.Count ? 1 : Math.Min(mass.Value, 1);
        for (; i < forecast.Count && forecast[i] == observation; i++)
        {
            mass.Add(forecast.Probabilities[i]);
        }

        double upper = i == forecast.Count ? 1 : Math.Min(mass.Value, 1);
        return PitInterval.Of(lower, Math.Max(upper, lower));
    }
}
