using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>Tests whether groups have the same survival.</summary>
public static class LogRankCalculator
{
    // A group whose remaining variance is below this share of its own is determined by the groups before it.
    private const double Dependent = 1e-10;

    /// <summary>Compares groups by the log-rank test of Mantel and Cox.</summary>
    /// <param name="groups">The table of each group, at least two. Events of all causes count.</param>
    /// <returns>The test with observed and expected events of each group.</returns>
    /// <exception cref="ArgumentException">There are fewer than two groups.</exception>
    /// <remarks>
    /// At each time with D events of N at risk, <c>D n / N</c> events are expected of a group with n at risk. Their
    /// covariances are hypergeometric: <c>D (N - D) / (N - 1) (n / N) ([i = j] - m / N)</c>. The statistic is
    /// <c>(O - E)' V⁻¹ (O - E)</c> over all groups but one (Mantel 1966, Cox 1972), as survdiff in R.
    /// </remarks>
    /// <example><code>
    /// SurvivalTable[] groups =
    /// [
    ///     SurvivalTableCalculator.Tabulate([new SurvivalSubject { Time = 5, Cause = 1 },
    ///         new SurvivalSubject { Time = 9, Cause = 1 }]),
    ///     SurvivalTableCalculator.Tabulate([new SurvivalSubject { Time = 7, Cause = 1 },
    ///         new SurvivalSubject { Time = 12 }]),
    /// ];
    /// Console.WriteLine(LogRankCalculator.Compare(groups).Groups[0]); // 2 observed, 1.3333 expected
    /// </code></example>
    public static LogRankTest Compare(params ReadOnlySpan<SurvivalTable> groups)
    {
        if (groups.Length < 2)
        {
            throw new ArgumentException(
                Invariant($"groups had {groups.Length} tables; at least two are expected."), nameof(groups));
        }

        SurvivalTable whole = SurvivalTally.Merge(groups, nameof(groups));
        int count = groups.Length;
        var observed = new decimal[count];
        var expected = new double[count];
        var variance = new double[count * count];
        var next = new int[count];
        var staying = new decimal[count];
        var present = new decimal[count];
        foreach (SurvivalRow row in whole.Rows)
        {
            decimal atRisk = 0m;
            decimal events = 0m;
            for (int i = 0; i < count; i++)
            {
                present[i] = staying[i];
                if (next[i] < groups[i].Rows.Count && groups[i].Rows[next[i]] is var own && own.Time == row.Time)
                {
                    next[i]++;
                    present[i] += row.Time == 0m ? own.Entered : 0m;
                    decimal died = own.EventTotal;
                    observed[i] += died;
                    events += died;
                    staying[i] = present[i] - died - own.Censored + (row.Time == 0m ? 0m : own.Entered);
                }

                atRisk += present[i];
            }

            if (events > 0m)
            {
                Add(present, (double)atRisk, (double)events, (double)(atRisk - events), expected, variance);
            }
        }

        var figures = new LogRankGroup[count];
        var differences = new double[count - 1];
        for (int i = 0; i < count; i++)
        {
            figures[i] = new LogRankGroup(observed[i], expected[i]);
            if (i < count - 1)
            {
                differences[i] = (double)observed[i] - expected[i];
            }
        }

        double statistic = QuadraticForm(variance, differences, count, out int rank);
        return rank == 0
            ? new LogRankTest(ValueList.Own(figures), 0, null, null)
            : new LogRankTest(ValueList.Own(figures), rank, statistic, ChiSquare.UpperTail(statistic, rank));
    }

    /// <inheritdoc cref="Compare(ReadOnlySpan{SurvivalTable})"/>
    public static LogRankTest Compare(IEnumerable<SurvivalTable> groups) => Compare(groups.AsItems());

    private static void Add(
        ReadOnlySpan<decimal> present,
        double atRisk,
        double events,
        double left,
        Span<double> expected,
        Span<double> variance)
    {
        double scale = atRisk > 1 ? events * left / (atRisk - 1) : 0;
        for (int i = 0; i < present.Length; i++)
        {
            double share = (double)present[i] / atRisk;
            expected[i] += events * share;
            for (int j = 0; j < present.Length; j++)
            {
                double other = (double)present[j] / atRisk;
                variance[(i * present.Length) + j] += scale * share * ((i == j ? 1 : 0) - other);
            }
        }
    }

    // d' V⁻¹ d by elimination over all groups but the last. A group that depends on others is left out.
    private static double QuadraticForm(double[] variance, double[] differences, int count, out int rank)
    {
        var diagonal = new double[count];
        for (int i = 0; i < count; i++)
        {
            diagonal[i] = variance[(i * count) + i];
        }

        double statistic = 0;
        rank = 0;
        for (int pivot = 0; pivot < count - 1; pivot++)
        {
            double own = variance[(pivot * count) + pivot];
            if (!(own > Dependent * diagonal[pivot]))
            {
                continue;
            }

            rank++;
            statistic += differences[pivot] * differences[pivot] / own;
            for (int i = pivot + 1; i < count - 1; i++)
            {
                double factor = variance[(i * count) + pivot] / own;
                differences[i] -= factor * differences[pivot];
                for (int j = pivot; j < count; j++)
                {
                    variance[(i * count) + j] -= factor * variance[(pivot * count) + j];
                }
            }
        }

        return statistic;
    }
}
