using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>Estimates survival by Kaplan and Meier, with median, quartiles and restricted mean.</summary>
public static class KaplanMeierCalculator
{
    // Products of ratios round. A survival this close to a share is equal to it.
    private const double Tie = 1e-12;

    /// <summary>Estimates the survival of the subjects of a table.</summary>
    /// <param name="table">The table. Events of all causes count.</param>
    /// <param name="interval">How the intervals are computed. Default: log-log.</param>
    /// <param name="confidence">The confidence of the intervals, between 0 and 1, both excluded. Default: 0.95.
    /// </param>
    /// <returns>The curve with a step at each time with events.</returns>
    /// <exception cref="ArgumentException">The kind is undefined, or the confidence is outside its range.</exception>
    /// <remarks>
    /// <c>S(t) = Π (1 - d / n)</c> over the times up to t, with the weight d of the events and n at risk (Kaplan and
    /// Meier 1958). Variance: <c>S² Σ d / (n (n - d))</c> (Greenwood 1926). Weights are frequencies: a weight of two
    /// counts as two subjects in the variance too.
    /// </remarks>
    /// <example><code>
    /// SurvivalTable table = SurvivalTableCalculator.Tabulate(
    /// [
    ///     new SurvivalSubject { Time = 5, Cause = 1 },
    ///     new SurvivalSubject { Time = 8, Cause = 1 },
    ///     new SurvivalSubject { Time = 9 },
    ///     new SurvivalSubject { Time = 12 },
    /// ]);
    /// SurvivalCurve curve = KaplanMeierCalculator.Measure(table);
    /// Console.WriteLine(curve.Steps[1]); // 8: 1 of 3, survival 0.5000 ± 0.2500
    /// Console.WriteLine(KaplanMeierCalculator.Median(curve).Time); // 8
    /// </code></example>
    public static SurvivalCurve Measure(
        SurvivalTable table,
        SurvivalIntervalKind interval = SurvivalIntervalKind.LogLog,
        double confidence = 0.95)
    {
        Guard.Against.Null(table);
        Guard.Against.Undefined(interval);
        double deviations = Confidence.Deviations(Confidence.Require(confidence));
        var steps = new List<SurvivalStep>();
        var risk = new RiskSet(table.Rows.AsSpan());

        // Within a run of times without censorings and entries, the product of ratios is one ratio. Without censoring
        // the result is therefore the observed share.
        double before = 1;
        double survival = 1;
        double run = 0;
        double greenwood = 0;
        while (risk.MoveToEvents())
        {
            double atRisk = (double)risk.AtRisk;
            double left = (double)(risk.AtRisk - risk.Events);
            if (risk.IsChanged || run == 0)
            {
                before = survival;
                run = atRisk;
            }

            survival = before * (left / run);
            greenwood += (double)risk.Events / (atRisk * left);
            double? error = survival > 0 ? survival * Math.Sqrt(greenwood) : null;
            steps.Add(new SurvivalStep(
                risk.Row.Time,
                risk.AtRisk,
                risk.Events,
                survival,
                error,
                SurvivalBounds.OfProbability(interval, survival, error, deviations, confidence)));
        }

        return new SurvivalCurve(steps.ToValueList(), table.LastTime, interval, confidence);
    }

    /// <summary>Returns the median time without an event, with its interval.</summary>
    /// <param name="curve">The curve.</param>
    /// <returns>The median: <see cref="Quantile"/> of 0.5.</returns>
    public static SurvivalTime Median(SurvivalCurve curve) => Quantile(curve, 0.5m);

    /// <summary>Returns the quartiles of the time without an event, with their intervals.</summary>
    /// <param name="curve">The curve.</param>
    /// <returns>The times by which 25%, 50% and 75% of the subjects have had an event.</returns>
    public static ValueList<SurvivalTime> Quartiles(SurvivalCurve curve) =>
        [Quantile(curve, 0.25m), Quantile(curve, 0.5m), Quantile(curve, 0.75m)];

    /// <summary>Returns the time by which a share of the subjects has had an event.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="probability">The share, between 0 and 1: 0.5 for the median.</param>
    /// <returns>The first time at which the survival is at most <c>1 - probability</c>. The ends of the interval are
    /// the first times at which the limits of the curve are (Brookmeyer and Crowley 1982).</returns>
    /// <exception cref="ArgumentException">The probability is outside 0 to 1.</exception>
    /// <remarks>If the curve stays at <c>1 - probability</c>, the result is the first such time, as in lifelines. R
    /// and SAS return the midpoint.</remarks>
    public static SurvivalTime Quantile(SurvivalCurve curve, decimal probability)
    {
        Guard.Against.Null(curve);
        Guard.Against.NotFraction(probability);
        double level = 1 - (double)probability;
        decimal? time = null;
        decimal? lower = null;
        decimal? upper = null;
        if (probability == 0m)
        {
            return new SurvivalTime(probability, 0m, 0m, 0m, curve.Confidence);
        }

        foreach (SurvivalStep step in curve.Steps)
        {
            time ??= IsAtMost(step.Survival, level) ? step.Time : null;

            // A survival of zero has no interval. Its lower limit counts as zero; the upper one stays unknown.
            lower ??= IsAtMost(step.Interval?.Lower ?? step.Survival, level) ? step.Time : null;
            upper ??= step.Interval is { } interval && IsAtMost(interval.Upper, level) ? step.Time : null;
        }

        return new SurvivalTime(probability, time, lower, upper, curve.Confidence);
    }

    /// <summary>Returns the mean time without an event up to a horizon.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="horizon">The horizon in the unit of the table, zero or more. Default: the last time of the
    /// curve.</param>
    /// <returns>The mean with its standard error, or <see langword="null"/> if the horizon is after the last time and
    /// the survival is above zero there.</returns>
    /// <exception cref="ArgumentException">The horizon is negative.</exception>
    /// <remarks>The area A under the curve from 0 to the horizon. Variance: <c>Σ A(t)² d / (n (n - d))</c>, with the
    /// area A(t) from the time t of each step to the horizon (Irwin 1949, Klein and Moeschberger 2003, 4.5).</remarks>
    public static RestrictedMean? RestrictedMean(SurvivalCurve curve, decimal? horizon = null)
    {
        Guard.Against.Null(curve);
        decimal end = SurvivalGuards.Time(horizon ?? curve.LastTime, nameof(horizon));
        if (curve.Survival(end) is null)
        {
            return null;
        }

        // Backward, so that the area after each step is known.
        double area = 0;
        double variance = 0;
        decimal until = end;
        for (int i = curve.Steps.Count - 1; i >= 0; i--)
        {
            SurvivalStep step = curve.Steps[i];
            if (step.Time >= end)
            {
                continue;
            }

            area += step.Survival * (double)(until - step.Time);
            until = step.Time;
            if (step.Survival > 0)
            {
                double left = (double)(step.AtRisk - step.Events);
                variance += area * area * (double)step.Events / ((double)step.AtRisk * left);
            }
        }

        return new RestrictedMean(end, area + (double)until, Math.Sqrt(variance));
    }

    private static bool IsAtMost(double survival, double level) => survival <= level + (Tie * Math.Max(level, Tie));
}
