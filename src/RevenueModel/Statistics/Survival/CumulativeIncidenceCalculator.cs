using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>Estimates cumulative incidences of competing causes by Aalen and Johansen: won and lost deals, churn by
/// reason.</summary>
public static class CumulativeIncidenceCalculator
{
    /// <summary>Estimates the share of subjects with an event of each cause by time.</summary>
    /// <param name="table">The table.</param>
    /// <param name="variance">The estimate of the variance. Default: Aalen's.</param>
    /// <param name="interval">How the intervals are computed. Default: log-log.</param>
    /// <param name="confidence">The confidence of the intervals, between 0 and 1, both excluded. Default: 0.95.
    /// </param>
    /// <returns>The incidences with a step at each time with events. They and the survival sum to one.</returns>
    /// <exception cref="ArgumentException">An option is undefined, or the confidence is outside its range.</exception>
    /// <remarks>
    /// <para><c>F(t) = Σ S(before u) d / n</c> over the times u up to t, with the weight d of the events of the
    /// cause, n at risk, and the Kaplan-Meier survival S of all causes (Aalen and Johansen 1978). One less the
    /// Kaplan-Meier survival of a single cause would overstate the share, since it treats the other causes as
    /// censored.</para>
    /// <para>With all events D, <c>a = D / ((n - 1) (n - D))</c> and <c>q = d (n - d)</c>, Aalen's variance is
    /// <c>Σ (F(t) - F(u))² a + S² q / (n² (n - 1)) - 2 (F(t) - F(u)) S q / (n (n - D) (n - 1))</c>. That of
    /// Dinse and Larson is <c>Σ (F(t) - F(u))² D / (n (n - D)) + S² q / n³ - 2 (F(t) - F(u)) S d / n²</c>.</para>
    /// </remarks>
    /// <example><code>
    /// SurvivalTable table = SurvivalTableCalculator.Tabulate(
    /// [
    ///     new SurvivalSubject { Time = 20, Cause = 1 },
    ///     new SurvivalSubject { Time = 30, Cause = 2 },
    ///     new SurvivalSubject { Time = 35 },
    ///     new SurvivalSubject { Time = 40, Cause = 1 },
    /// ]);
    /// CumulativeIncidence incidence = CumulativeIncidenceCalculator.Measure(table);
    /// Console.WriteLine(incidence.Incidence(cause: 1, time: 40)); // 0.75
    /// </code></example>
    public static CumulativeIncidence Measure(
        SurvivalTable table,
        IncidenceVariance variance = IncidenceVariance.Aalen,
        SurvivalIntervalKind interval = SurvivalIntervalKind.LogLog,
        double confidence = 0.95)
    {
        Guard.Against.Null(table);
        Guard.Against.Undefined(variance);
        Guard.Against.Undefined(interval);
        double deviations = Confidence.Deviations(Confidence.Require(confidence));
        var steps = new List<IncidenceStep>();
        var risk = new RiskSet(table.Rows.AsSpan());
        var sums = new IncidenceSums[table.CauseCount];
        double before = 1;
        double survival = 1;
        double run = 0;
        while (risk.MoveToEvents())
        {
            double atRisk = (double)risk.AtRisk;
            double left = (double)(risk.AtRisk - risk.Events);
            if (risk.IsChanged || run == 0)
            {
                before = survival;
                run = atRisk;
            }

            var causes = new CauseIncidence[sums.Length];
            for (int i = 0; i < causes.Length; i++)
            {
                decimal events = risk.Row.EventsOf(i + 1);
                sums[i].Add(variance, survival, (double)events, atRisk, (double)risk.Events, left);
                double incidence = Math.Min(sums[i].Incidence, 1);
                double? error = sums[i].StandardError;
                causes[i] = new CauseIncidence(
                    events,
                    incidence,
                    error,
                    SurvivalBounds.OfProbability(interval, incidence, error, deviations, confidence));
            }

            survival = before * (left / run);
            steps.Add(new IncidenceStep(risk.Row.Time, risk.AtRisk, survival, ValueList.Own(causes)));
        }

        return new CumulativeIncidence(
            steps.ToValueList(), table.CauseCount, table.LastTime, variance, interval, confidence);
    }
}
