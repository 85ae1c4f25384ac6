using System.Buffers;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>
/// Scores a forecast that is a whole distribution by the continuous ranked probability score (CRPS): the squared
/// distance between the forecast and the observation as distribution functions. Less is better.
/// </summary>
/// <remarks><c>CRPS(F, y) = ∫ (F(x) - 1{x ≥ y})² dx</c> (Matheson and Winkler 1976, Gneiting and Raftery 2007),
/// in the unit of the observation. For a forecast of one number it is the absolute error. The integral is summed step
/// by step, the part above the observation from the upper tail, so that nothing cancels.</remarks>
public static class CrpsCalculator
{
    /// <summary>Returns the CRPS of a distribution on points.</summary>
    /// <param name="points">The possible values, finite numbers in ascending order.</param>
    /// <param name="probabilities">The probability of each point, between 0 and 1; they sum to one within
    /// 0.000001.</param>
    /// <param name="observation">The observed value, a finite number; it may lie between the points or outside
    /// them.</param>
    /// <returns>The score in the unit of the observation, zero or more.</returns>
    /// <exception cref="ArgumentException">A value is NaN or infinite, the points are not in ascending order, or the
    /// probabilities are outside 0 to 1 or do not sum to one.</exception>
    /// <remarks>Exact except for rounding. Probabilities are taken as they are and not scaled to a sum of
    /// one.</remarks>
    /// <example><code>
    /// double score = CrpsCalculator.OfPoints(
    ///     points: [0, 1_000], probabilities: [0.7, 0.3], observation: 1_000);
    /// Console.WriteLine($"{score:0}"); // 490
    /// </code></example>
    public static double OfPoints(
        ReadOnlySpan<double> points, ReadOnlySpan<double> probabilities, double observation)
    {
        NumberGuards.Finite(observation);
        return Integral(ForecastPoints.Of(points, probabilities), observation);
    }

    /// <inheritdoc cref="OfPoints(ReadOnlySpan{double}, ReadOnlySpan{double}, double)"/>
    public static double OfPoints(
        IEnumerable<double> points, IEnumerable<double> probabilities, double observation) =>
        OfPoints(points.AsItems(), probabilities.AsItems(), observation);

    /// <summary>Returns the CRPS of a distribution on a lattice, <c>origin + k × step</c>.</summary>
    /// <param name="origin">The value of the first cell, a finite number.</param>
    /// <param name="step">The distance between cells, a finite number above zero.</param>
    /// <param name="probabilities">The probability of each cell, between 0 and 1; they sum to one within
    /// 0.000001.</param>
    /// <param name="observation">The observed value, a finite number; it may lie between the cells or outside
    /// them.</param>
    /// <returns>The score in the unit of the observation, zero or more.</returns>
    /// <exception cref="ArgumentException">A value is NaN or infinite, the step is not above zero, or the
    /// probabilities are outside 0 to 1 or do not sum to one.</exception>
    public static double OfLattice(
        double origin, double step, ReadOnlySpan<double> probabilities, double observation)
    {
        NumberGuards.Finite(observation);
        return Integral(ForecastPoints.Lattice(origin, step, probabilities), observation);
    }

    /// <inheritdoc cref="OfLattice(double, double, ReadOnlySpan{double}, double)"/>
    public static double OfLattice(
        double origin, double step, IEnumerable<double> probabilities, double observation) =>
        OfLattice(origin, step, probabilities.AsItems(), observation);

    /// <summary>Returns the CRPS of a sample, such as the outcomes of a simulation.</summary>
    /// <param name="sample">The values, finite numbers in any order; each counts the same.</param>
    /// <param name="observation">The observed value, a finite number.</param>
    /// <param name="method">Whether the sample is the forecast or stands for a distribution. Default: it is the
    /// forecast.</param>
    /// <returns>The score in the unit of the observation, or <see langword="null"/> if there are no values, or fewer
    /// than two for the fair score.</returns>
    /// <exception cref="ArgumentException">A value is NaN or infinite, or the method is undefined.</exception>
    public static double? OfSample(
        ReadOnlySpan<double> sample,
        double observation,
        SampleCrpsMethod method = SampleCrpsMethod.Empirical)
    {
        NumberGuards.Finite(observation);
        NumberGuards.Finite(sample, nameof(sample));
        Guard.Against.Undefined(method);
        int count = sample.Length;
        if (count < (method == SampleCrpsMethod.Fair ? 2 : 1))
        {
            return null;
        }

        double[] rented = ArrayPool<double>.Shared.Rent(count);
        Span<double> sorted = rented.AsSpan(0, count);
        sample.CopyTo(sorted);
        sorted.Sort();
        CompensatedSum score = default;
        CompensatedSum spread = default;
        score.Add(Math.Max(sorted[0] - observation, 0));
        score.Add(Math.Max(observation - sorted[^1], 0));
        for (int i = 1; i < count; i++)
        {
            // Between two values, i of them lie below.
            double low = sorted[i - 1];
            double high = sorted[i];
            double split = Math.Clamp(observation, low, high);
            double below = (double)i / count;
            double above = (double)(count - i) / count;
            score.Add((below * below * (split - low)) + (above * above * (high - split)));
            spread.Add(below * above * (high - low));
        }

        ArrayPool<double>.Shared.Return(rented);
        return method == SampleCrpsMethod.Fair ? score.Value - (spread.Value / (count - 1)) : score.Value;
    }

    /// <inheritdoc cref="OfSample(ReadOnlySpan{double}, double, SampleCrpsMethod)"/>
    public static double? OfSample(
        IEnumerable<double> sample, double observation, SampleCrpsMethod method = SampleCrpsMethod.Empirical) =>
        OfSample(sample.AsItems(), observation, method);

    private static double Integral(ForecastPoints forecast, double observation)
    {
        CompensatedSum score = default;
        double mass = 0;
        for (int i = 0; i < forecast.Count && forecast[i] < observation; i++)
        {
            mass += forecast.Probabilities[i];
            double end = i + 1 < forecast.Count ? Math.Min(forecast[i + 1], observation) : observation;
            score.Add(mass * mass * (end - forecast[i]));
        }

        mass = 0;
        for (int i = forecast.Count - 1; i >= 0 && forecast[i] > observation; i--)
        {
            mass += forecast.Probabilities[i];
            double start = i > 0 ? Math.Max(forecast[i - 1], observation) : observation;
            score.Add(mass * mass * (forecast[i] - start));
        }

        return score.Value;
    }
}

/// <summary>The meaning of a sample in a CRPS.</summary>
public enum SampleCrpsMethod
{
    /// <summary>The sample is the forecast: the exact CRPS of its distribution function. scoringRules and
    /// properscoring. The default.</summary>
    Empirical = 0,

    /// <summary>The sample stands for the distribution that it was drawn from: the unbiased estimate of the CRPS of
    /// that distribution (Ferro 2014), with n (n - 1) in place of n² in the spread. It can be negative.</summary>
    Fair = 1,
}
