using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Retention;

/// <summary>Fits the beta-discrete-Weibull model (BdW) to cohorts and tests it against the shifted-beta-geometric
/// one.</summary>
public static class BetaDiscreteWeibullCalculator
{
    private const int Parameters = 3;
    private const double MostLogShape = 2.9957; // just below ln 20, the largest shape
    private const double Precision = 1e-11;
    private const double MostLog = 14; // parameters of about a million
    private const double Edge = 0.5;
    private const double SteepLogShape = 2.5;

    /// <summary>Fits the model to cohorts by maximum likelihood.</summary>
    /// <param name="cohorts">The cohorts, at least one; they may have different ages. At least three renewals.</param>
    /// <returns>The model with standard errors, the fit of the shifted-beta-geometric model to the same cohorts, and
    /// the likelihood-ratio test between the two.</returns>
    /// <exception cref="ArgumentException">There is no cohort, or no customer faced a renewal.</exception>
    /// <remarks>
    /// The likelihood is <c>Σ lost ln (S(t - 1) - S(t)) + remaining ln S(t)</c>. It is flat: very different parameters
    /// can have nearly the same likelihood and projection. The search starts from the shifted-beta-geometric fit, two
    /// other shapes and a steep one, and the highest likelihood wins. Standard errors are those of the observed
    /// information. Alpha and beta are searched between about one millionth and one million, and the shape between
    /// 0.05 and 20.
    /// </remarks>
    /// <example><code>
    /// BetaDiscreteWeibullFit fit = BetaDiscreteWeibullCalculator.Fit([RenewalCohort.Of(1000, 869, 743, 653, 593)]);
    /// Console.WriteLine($"{fit.Model!.Survival(12):0.000}"); // 0.389
    /// Console.WriteLine($"{fit.ShiftedBetaGeometric.Model.Survival(12):0.000}"); // 0.307
    /// </code></example>
    public static BetaDiscreteWeibullFit Fit(params ReadOnlySpan<RenewalCohort> cohorts)
    {
        RenewalCounts counts = RenewalCounts.Of(cohorts, nameof(cohorts)).RequireRenewals(nameof(cohorts));
        ShiftedBetaGeometricFit simpler =
            ShiftedBetaGeometricCalculator.Fit(counts, LifetimeFitMethod.MaximumLikelihood);
        LifetimeFitOutcome outcome = simpler.Outcome is LifetimeFitOutcome.NoLosses
                or LifetimeFitOutcome.NoLaterLosses
                or LifetimeFitOutcome.TooFewPeriods
            ? simpler.Outcome
            : counts.Periods < Parameters ? LifetimeFitOutcome.TooFewPeriods : LifetimeFitOutcome.Identified;
        if (outcome != LifetimeFitOutcome.Identified)
        {
            return new BetaDiscreteWeibullFit(outcome, null, null, simpler);
        }

        double scale = 1 / counts.Exposure;
        double Value(double[] logs) => Contains(logs)
            ? scale * DiscreteWeibull.LogLikelihood(
                counts, StandardNormal.Exp(logs[0]), StandardNormal.Exp(logs[1]), StandardNormal.Exp(logs[2]))
            : double.NegativeInfinity;

        double[] best = Search(simpler.Model, counts, Value, out double likelihood);
        var model = BetaDiscreteWeibull.Of(
            StandardNormal.Exp(best[0]), StandardNormal.Exp(best[1]), StandardNormal.Exp(best[2]));
        bool isAtEnd = best[0] > MostLog - Edge || best[1] > MostLog - Edge;
        double logLikelihood = likelihood / scale;
        double[]? variances = isAtEnd ? null : Variances(Value, best, scale);
        return new BetaDiscreteWeibullFit(
            variances is not null ? LifetimeFitOutcome.Identified
                : isAtEnd ? LifetimeFitOutcome.NoHeterogeneity
                : LifetimeFitOutcome.NoStrictMaximum,
            model,
            logLikelihood,
            simpler)
        {
            AlphaStandardError = variances is null ? null : model.Alpha * Math.Sqrt(variances[0]),
            BetaStandardError = variances is null ? null : model.Beta * Math.Sqrt(variances[1]),
            ShapeStandardError = variances is null ? null : model.Shape * Math.Sqrt(variances[2]),
            Test = LikelihoodRatioTest.Of(simpler.LogLikelihood, logLikelihood, 1),
        };
    }

    /// <inheritdoc cref="Fit(ReadOnlySpan{RenewalCohort})"/>
    public static BetaDiscreteWeibullFit Fit(IEnumerable<RenewalCohort> cohorts) => Fit(cohorts.AsItems());

    private static bool Contains(double[] logs) =>
        Math.Abs(logs[0]) <= MostLog && Math.Abs(logs[1]) <= MostLog && Math.Abs(logs[2]) <= MostLogShape;

    private static double[] Search(
        ShiftedBetaGeometric simpler, RenewalCounts counts, Func<double[], double> function, out double likelihood)
    {
        double alpha = simpler.Alpha ?? (100 * Math.Max(simpler.MeanChurn, 0.01));
        double beta = simpler.Beta ?? (100 * (1 - simpler.MeanChurn));
        double[] best = [];
        likelihood = double.NegativeInfinity;
        foreach (double logShape in (ReadOnlySpan<double>)[0, 0.5, -0.5, SteepLogShape])
        {
            double[] point = logShape == SteepLogShape
                ? Steep(counts)
                : Within(StandardNormal.Log(alpha) - logShape, StandardNormal.Log(beta) - logShape, logShape);
            double found = double.NegativeInfinity;
            foreach (double size in (ReadOnlySpan<double>)[0.5, 0.1, 0.02])
            {
                // Starting again from the maximum frees a simplex that has become flat.
                found = SimplexSearch.Maximize(function, point, size, Precision * 1e-3);
            }

            if (found > likelihood)
            {
                likelihood = found;
                best = point;
            }
        }

        return best;
    }

    // For a large shape, S(1) = beta / (alpha + beta), and the survival falls from there with the power
    // -alpha * shape of the period.
    private static double[] Steep(RenewalCounts counts)
    {
        double first = 0;
        double later = 0;
        for (int i = 0; i < counts.Periods; i++)
        {
            double rate = (counts.Renewed[i] + 0.5) / (counts.AtRisk[i] + 1);
            first = i == 0 ? rate : first;
            later -= i == 0 ? 0 : StandardNormal.Log(rate);
        }

        double logAlpha = StandardNormal.Log(later / StandardNormal.Log(counts.Periods)) - SteepLogShape;
        return Within(logAlpha, logAlpha + StandardNormal.Log(first / (1 - first)), SteepLogShape);
    }

    private static double[] Within(double logAlpha, double logBeta, double logShape) =>
    [
        Math.Clamp(logAlpha, -MostLog + 1, MostLog - 1), Math.Clamp(logBeta, -MostLog + 1, MostLog - 1), logShape,
    ];

    // The diagonal of the inverse of the observed information by central differences, or null if the likelihood has
    // no strict maximum there.
    private static double[]? Variances(Func<double[], double> function, double[] point, double scale)
    {
        const double h = 1e-3;
        var information = new double[Parameters, Parameters];
        for (int i = 0; i < Parameters; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = At(i, h, j, h) - At(i, h, j, -h) - At(i, -h, j, h) + At(i, -h, j, -h);
                information[i, j] = information[j, i] = -sum / (4 * h * h * scale);
            }
        }

        double At(int i, double one, int j, double other)
        {
            double[] moved = [.. point];
            moved[i] += one;
            moved[j] += other;
            return function(moved);
        }

        double[,] m = information;
        double minor = (m[0, 0] * m[1, 1]) - (m[0, 1] * m[0, 1]);
        double determinant = (m[2, 2] * minor)
            - (m[1, 2] * ((m[0, 0] * m[1, 2]) - (m[0, 1] * m[0, 2])))
            + (m[0, 2] * ((m[0, 1] * m[1, 2]) - (m[1, 1] * m[0, 2])));
        return m[0, 0] > 0 && minor > 0 && determinant > 0
            ?
            [
                ((m[1, 1] * m[2, 2]) - (m[1, 2] * m[1, 2])) / determinant,
                ((m[0, 0] * m[2, 2]) - (m[0, 2] * m[0, 2])) / determinant,
                minor / determinant,
            ]
            : null;
    }
}
