using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>Estimates the cumulative hazard by Nelson and Aalen.</summary>
public static class NelsonAalenCalculator
{
    /// <summary>Estimates the cumulative hazard of the subjects of a table.</summary>
    /// <param name="table">The table. Events of all causes count.</param>
    /// <param name="interval">How the intervals are computed. Default: log-log, which is symmetric on the scale of the
    /// logarithm of the hazard.</param>
    /// <param name="confidence">The confidence of the intervals, between 0 and 1, both excluded. Default: 0.95.
    /// </param>
    /// <returns>The cumulative hazard with a step at each time with events.</returns>
    /// <exception cref="ArgumentException">The kind is undefined, or the confidence is outside its range.</exception>
    /// <remarks><c>H(t) = Σ d / n</c> with the weight d of the events and n at risk, and variance <c>Σ d / n²</c>
    /// (Nelson 1972, Aalen 1978).</remarks>
    /// <example><code>
    /// SurvivalTable table = SurvivalTableCalculator.Tabulate(
    /// [
    ///     new SurvivalSubject { Time = 5, Cause = 1 },
    ///     new SurvivalSubject { Time = 8, Cause = 1 },
    /// ]);
    /// Console.WriteLine(NelsonAalenCalculator.Measure(table).Steps[1]); // 8: 1 of 1, hazard 1.5000 ± 1.1180
    /// </code></example>
    public static CumulativeHazard Measure(
        SurvivalTable table,
        SurvivalIntervalKind interval = SurvivalIntervalKind.LogLog,
        double confidence = 0.95)
    {
        Guard.Against.Null(table);
        Guard.Against.Undefined(interval);
        double deviations = Confidence.Deviations(Confidence.Require(confidence));
        var steps = new List<HazardStep>();
        var risk = new RiskSet(table.Rows.AsSpan());
        double hazard = 0;
        double variance = 0;
        while (risk.MoveToEvents())
        {
            double atRisk = (double)risk.AtRisk;
            double rate = (double)risk.Events / atRisk;
            hazard += rate;
            variance += rate / atRisk;
            double error = Math.Sqrt(variance);
            steps.Add(new HazardStep(
                risk.Row.Time,
                risk.AtRisk,
                risk.Events,
                hazard,
                error,
                SurvivalBounds.OfHazard(interval, hazard, error, deviations, confidence)));
        }

        return new CumulativeHazard(steps.ToValueList(), table.LastTime, interval, confidence);
    }
}
