using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>Measures the error of forecasts that are one number each: bias, mean absolute error and WAPE.</summary>
public static class PointForecastCalculator
{
    /// <summary>Returns the mean error, <c>forecast - observation</c>.</summary>
    /// <param name="forecasts">The forecasts, finite numbers in one unit, such as bookings by quarter.</param>
    /// <param name="observations">The observed values in the same unit, one for each forecast.</param>
    /// <returns>The bias in the unit of the forecasts, above zero if forecasts are too high, or <see langword="null"/>
    /// without forecasts.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a value is NaN or infinite.</exception>
    /// <remarks>The sign is that of Hyndman's <c>accuracy</c> reversed: there an error is the observation less the
    /// forecast.</remarks>
    /// <example><code>
    /// double[] forecasts = [100, 120, 90];
    /// double[] bookings = [110, 100, 60];
    /// Console.WriteLine($"{PointForecastCalculator.Bias(forecasts, bookings):0.00}"); // 13.33
    /// Console.WriteLine($"{PointForecastCalculator.Wape(forecasts, bookings):0.000}"); // 0.222
    /// </code></example>
    public static double? Bias(ReadOnlySpan<double> forecasts, ReadOnlySpan<double> observations)
    {
        ScoreInputs.Require(forecasts, observations);
        CompensatedSum sum = default;
        for (int i = 0; i < forecasts.Length; i++)
        {
            sum.Add(forecasts[i] - observations[i]);
        }

        return forecasts.IsEmpty ? null : sum.Value / forecasts.Length;
    }

    /// <inheritdoc cref="Bias(ReadOnlySpan{double}, ReadOnlySpan{double})"/>
    public static double? Bias(IEnumerable<double> forecasts, IEnumerable<double> observations) =>
        Bias(forecasts.AsItems(), observations.AsItems());

    /// <summary>Returns the mean absolute error, <c>|forecast - observation|</c>.</summary>
    /// <param name="forecasts">The forecasts, finite numbers in one unit.</param>
    /// <param name="observations">The observed values in the same unit, one for each forecast.</param>
    /// <returns>The error in the unit of the forecasts, zero or more, or <see langword="null"/> without
    /// forecasts.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a value is NaN or infinite.</exception>
    /// <remarks>It rewards forecasts of the median. The CRPS of a forecast that is one number is its absolute
    /// error.</remarks>
    public static double? MeanAbsoluteError(ReadOnlySpan<double> forecasts, ReadOnlySpan<double> observations)
    {
        ScoreInputs.Require(forecasts, observations);
        return forecasts.IsEmpty ? null : AbsoluteErrors(forecasts, observations) / forecasts.Length;
    }

    /// <inheritdoc cref="MeanAbsoluteError(ReadOnlySpan{double}, ReadOnlySpan{double})"/>
    public static double? MeanAbsoluteError(IEnumerable<double> forecasts, IEnumerable<double> observations) =>
        MeanAbsoluteError(forecasts.AsItems(), observations.AsItems());

    /// <summary>Returns the weighted absolute percentage error (WAPE, also WMAPE): the sum of absolute errors over the
    /// sum of absolute observations.</summary>
    /// <param name="forecasts">The forecasts, finite numbers in one unit.</param>
    /// <param name="observations">The observed values in the same unit, one for each forecast.</param>
    /// <returns>The fraction, zero or more: 0.2 for 20%; or <see langword="null"/> if all observations are zero or
    /// there are none.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a value is NaN or infinite.</exception>
    /// <remarks><c>Σ |forecast - observation| / Σ |observation|</c>. Amazon Forecast and most demand planning tools
    /// use it. Unlike the mean of percentage errors (MAPE) it is defined if some observations are zero.</remarks>
    public static double? Wape(ReadOnlySpan<double> forecasts, ReadOnlySpan<double> observations)
    {
        ScoreInputs.Require(forecasts, observations);
        CompensatedSum total = default;
        foreach (double observation in observations)
        {
            total.Add(Math.Abs(observation));
        }

        return total.Value == 0 ? null : AbsoluteErrors(forecasts, observations) / total.Value;
    }

    /// <inheritdoc cref="Wape(ReadOnlySpan{double}, ReadOnlySpan{double})"/>
    public static double? Wape(IEnumerable<double> forecasts, IEnumerable<double> observations) =>
        Wape(forecasts.AsItems(), observations.AsItems());

    private static double AbsoluteErrors(ReadOnlySpan<double> forecasts, ReadOnlySpan<double> observations)
    {
        CompensatedSum sum = default;
        for (int i = 0; i < forecasts.Length; i++)
        {
            sum.Add(Math.Abs(forecasts[i] - observations[i]));
        }

        return sum.Value;
    }
}
