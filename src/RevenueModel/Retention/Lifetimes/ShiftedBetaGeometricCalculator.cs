using Ardalis.GuardClauses;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Retention;

/// <summary>Fits the shifted-beta-geometric model (sBG) to cohorts, projects survival and values the time that
/// customers will stay.</summary>
public static class ShiftedBetaGeometricCalculator
{
    // Stands for the limit in which each customer leaves at the first renewal or never.
    private const double NearZero = 1e-9;

    /// <summary>Fits the model to cohorts.</summary>
    /// <param name="cohorts">The cohorts, at least one; they may have different ages.</param>
    /// <param name="method">The method. Default: maximum likelihood.</param>
    /// <returns>The model with standard errors, or the geometric model and the reason why the cohorts do not identify
    /// more.</returns>
    /// <exception cref="ArgumentException">There is no cohort, no customer faced a renewal, or the method is
    /// undefined.</exception>
    /// <remarks>
    /// <para>Maximum likelihood: <c>Σ lost ln P(t) + remaining ln S(t)</c> over all cohorts, with
    /// <c>P(t) = S(t - 1) - S(t)</c>. Standard errors are those of the observed information.</para>
    /// <para>Least squares: <c>Σ customers (observed - S(t))²</c>, with the customers at the start of the cohorts
    /// that have reached t, and their observed survival.</para>
    /// </remarks>
    /// <example><code>
    /// ShiftedBetaGeometricFit fit = ShiftedBetaGeometricCalculator.Fit(
    ///     [RenewalCohort.Of(1000, 869, 743, 653, 593, 551, 517, 491)]);
    /// Console.WriteLine(fit.Model); // sBG: alpha 0.6681, beta 3.806
    /// </code></example>
    public static ShiftedBetaGeometricFit Fit(
        ReadOnlySpan<RenewalCohort> cohorts, LifetimeFitMethod method = LifetimeFitMethod.MaximumLikelihood)
    {
        Guard.Against.Undefined(method);
        return Fit(RenewalCounts.Of(cohorts, nameof(cohorts)).RequireRenewals(nameof(cohorts)), method);
    }

    /// <inheritdoc cref="Fit(ReadOnlySpan{RenewalCohort}, LifetimeFitMethod)"/>
    public static ShiftedBetaGeometricFit Fit(
        IEnumerable<RenewalCohort> cohorts, LifetimeFitMethod method = LifetimeFitMethod.MaximumLikelihood) =>
        Fit(cohorts.AsItems(), method);

    /// <summary>Returns the natural logarithm of the likelihood of cohorts under a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cohorts">The cohorts, at least one.</param>
    /// <returns>The log-likelihood, zero or less; negative infinity if the model excludes the cohorts.</returns>
    /// <exception cref="ArgumentException">There is no cohort.</exception>
    public static double LogLikelihood(ShiftedBetaGeometric model, ReadOnlySpan<RenewalCohort> cohorts)
    {
        Guard.Against.Null(model);
        return LogLikelihood(model, RenewalCounts.Of(cohorts, nameof(cohorts)));
    }

    /// <inheritdoc cref="LogLikelihood(ShiftedBetaGeometric, ReadOnlySpan{RenewalCohort})"/>
    public static double LogLikelihood(ShiftedBetaGeometric model, IEnumerable<RenewalCohort> cohorts) =>
        LogLikelihood(model, cohorts.AsItems());

    /// <summary>Projects the survival of a cohort.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="periods">The last contract period, between 0 and 1,200.</param>
    /// <param name="confidence">The confidence of the intervals, between 0 and 1, both excluded. Default: 0.95.
    /// </param>
    /// <returns>The survival after 0, 1 and up to the given number of periods.</returns>
    /// <exception cref="ArgumentException">A number is outside its range.</exception>
    /// <remarks>Intervals are log-log intervals with standard errors by the delta method. They hold if the model does:
    /// they contain the uncertainty of the parameters only.</remarks>
    public static ValueList<RenewalProjection> Project(
        ShiftedBetaGeometricFit fit, int periods, double confidence = 0.95)
    {
        Guard.Against.Null(fit);
        LifetimeGuards.Periods(periods);
        double deviations = Confidence.Deviations(Confidence.Require(confidence));
        var projections = new RenewalProjection[periods + 1];
        var slopes = new ProjectionSlopes(fit);
        double survival = 1;
        projections[0] = new RenewalProjection(0, 1, null, null);
        for (int i = 1; i <= periods; i++)
        {
            survival *= fit.Model.RenewalRate(i);
            slopes.Add(i);
            double? error = slopes.ErrorOf(survival);
            projections[i] = new RenewalProjection(
                i,
                survival,
                error,
                SurvivalBounds.OfProbability(SurvivalIntervalKind.LogLog, survival, error, deviations, confidence));
        }

        return ValueList.Own(projections);
    }

    /// <summary>Returns the discounted expected lifetime of a new customer, with the first contract period.</summary>
    /// <param name="model">The model.</param>
    /// <param name="discountRate">The discount rate of a contract period as a fraction, zero or more: 0.1.</param>
    /// <returns>The expected number of contract periods, each discounted to the start of the first one, or
    /// <see langword="null"/> if it is infinite: without discount and with alpha of at most one, or without churn.
    /// </returns>
    /// <exception cref="ArgumentException">The rate is outside its range.</exception>
    /// <remarks><c>Σ S(t) / (1 + rate)^t</c> from t = 0, which is <c>1 + DERL / (1 + rate)</c> with the residual
    /// lifetime of the first contract period.</remarks>
    /// <example><code>
    /// ShiftedBetaGeometric model = ShiftedBetaGeometric.Of(3.8, 15.2);
    /// Console.WriteLine($"{ShiftedBetaGeometricCalculator.ExpectedLifetime(model, 0.1):0.00}"); // 4.01
    /// </code></example>
    public static double? ExpectedLifetime(ShiftedBetaGeometric model, double discountRate) =>
        ExpectedResidualLifetimeByContractPeriods(model, period: 1, discountRate) is { } residual
            ? 1 + (residual / (1 + discountRate))
            : null;

    /// <summary>Returns the discounted expected residual lifetime (DERL) of a customer in a contract period.</summary>
    /// <param name="model">The model.</param>
    /// <param name="period">The present contract period, 1 or more and up to 1,200: a customer in period 1 has made no
    /// renewal.</param>
    /// <param name="discountRate">The discount rate of a contract period as a fraction, zero or more: 0.1.</param>
    /// <returns>The expected number of further contract periods, those after the next renewal discounted, or
    /// <see langword="null"/> if it is infinite: without discount and with alpha of at most one, or without churn.
    /// </returns>
    /// <exception cref="ArgumentException">A number is outside its range.</exception>
    /// <remarks>
    /// <c>Σ S(t) / S(period - 1) / (1 + rate)^(t - period)</c> over t from the present period on, just before the
    /// renewal: the period that the next renewal starts is not discounted. Equal to
    /// <c>(β + n - 1) / (α + β + n - 1) ₂F₁(1, β + n; α + β + n; 1 / (1 + rate))</c> (Fader and Hardie,
    /// Customer-base valuation in a contractual setting, Marketing Science 29, 2010). Computed as a mean over the
    /// churn of the customers who are left, which keeps its digits for large parameters and small rates.
    /// </remarks>
    public static double? ExpectedResidualLifetimeByContractPeriods(
        ShiftedBetaGeometric model, int period, double discountRate)
    {
        Guard.Against.Null(model);
        LifetimeGuards.Period(period);
        LifetimeGuards.DiscountRate(discountRate);
        return ResidualLifetime.Of(model, period - 1, discountRate);
    }

    /// <summary>Returns the discounted expected residual lifetime (DERL) of a customer after renewals.</summary>
    /// <param name="model">The model.</param>
    /// <param name="renewals">The number of renewals made, between 0 and 1,199: 0 in the first contract period.
    /// </param>
    /// <param name="discountRate">The discount rate of a contract period as a fraction, zero or more: 0.1.</param>
    /// <returns>That of contract period <c>renewals + 1</c>.</returns>
    /// <exception cref="ArgumentException">A number is outside its range.</exception>
    public static double? ExpectedResidualLifetimeByRenewals(
        ShiftedBetaGeometric model, int renewals, double discountRate)
    {
        Guard.Against.Null(model);
        if (renewals is < 0 or >= LifetimeGuards.MaxPeriods)
        {
            throw DomainGuards.OutOfRange(nameof(renewals), renewals, "0 to 1,199");
        }

        LifetimeGuards.DiscountRate(discountRate);
        return ResidualLifetime.Of(model, renewals, discountRate);
    }

    internal static ShiftedBetaGeometricFit Fit(RenewalCounts counts, LifetimeFitMethod method)
    {
        double churn = counts.Lost / counts.Exposure;
        LifetimeFitOutcome? simple = counts.Lost == 0 ? LifetimeFitOutcome.NoLosses
            : counts.Periods < 2 ? LifetimeFitOutcome.TooFewPeriods
            : !counts.HasLaterLosses ? LifetimeFitOutcome.NoLaterLosses
            : null;
        if (simple == LifetimeFitOutcome.NoLaterLosses)
        {
            return Limit(counts, method, simple.Value, counts.Lost / counts.AtRisk[0]);
        }

        if (simple is { } outcome)
        {
            return Geometric(counts, method, outcome, churn);
        }

        if (method == LifetimeFitMethod.LeastSquares)
        {
            BetaGeometricLeastSquares squares = BetaGeometricLeastSquares.Of(counts);
            return squares.IsLimit
                ? Limit(counts, method, LifetimeFitOutcome.ParametersNearZero, squares.Churn)
                : squares.Spread > 0
                ? Identified(counts, method, squares.Churn, squares.Spread)
                : Geometric(counts, method, LifetimeFitOutcome.NoHeterogeneity, squares.Churn);
        }

        var solver = new BetaGeometricSolver(counts);
        solver.Solve();
        if (solver.Spread == 0 || !solver.Derivatives.IsConcave)
        {
            return Geometric(counts, method, LifetimeFitOutcome.NoHeterogeneity, churn);
        }

        ShiftedBetaGeometricFit fit = Identified(counts, method, solver.Churn, solver.Spread);
        return WithErrors(fit, solver.Churn, solver.Spread, solver.Derivatives);
    }

    internal static double LogLikelihood(ShiftedBetaGeometric model, RenewalCounts counts)
    {
        double sum = 0;
        for (int i = 0; i < counts.Periods; i++)
        {
            double lost = counts.AtRisk[i] - counts.Renewed[i];
            double stay = model.RenewalRate(i + 1);
            double leave = model is { Alpha: { } alpha, Beta: { } beta }
                ? alpha / (alpha + beta + i)
                : model.MeanChurn;
            if ((counts.Renewed[i] > 0 && stay <= 0) || (lost > 0 && leave <= 0))
            {
                return double.NegativeInfinity;
            }

            sum += (counts.Renewed[i] > 0 ? counts.Renewed[i] * StandardNormal.Log(stay) : 0)
                + (lost > 0 ? lost * StandardNormal.Log(leave) : 0);
        }

        return sum;
    }

    private static ShiftedBetaGeometricFit Limit(
        RenewalCounts counts, LifetimeFitMethod method, LifetimeFitOutcome outcome, double churn)
    {
        var model = ShiftedBetaGeometric.Of(churn * NearZero, (1 - churn) * NearZero);
        return new ShiftedBetaGeometricFit(model, method, outcome, LogLikelihood(model, counts));
    }

    private static ShiftedBetaGeometricFit Identified(
        RenewalCounts counts, LifetimeFitMethod method, double churn, double spread)
    {
        var model = ShiftedBetaGeometric.Of(churn / spread, (1 - churn) / spread);
        return new ShiftedBetaGeometricFit(
            model, method, LifetimeFitOutcome.Identified, LogLikelihood(model, counts));
    }

    private static ShiftedBetaGeometricFit Geometric(
        RenewalCounts counts, LifetimeFitMethod method, LifetimeFitOutcome outcome, double churn)
    {
        var model = ShiftedBetaGeometric.Geometric(churn);
        bool hasError = method == LifetimeFitMethod.MaximumLikelihood && churn is > 0 and < 1;
        return new ShiftedBetaGeometricFit(model, method, outcome, LogLikelihood(model, counts))
        {
            MeanChurnStandardError = hasError ? Math.Sqrt(churn * (1 - churn) / counts.Exposure) : null,
        };
    }

    // The inverse of the observed information in churn and spread, and from it alpha and beta by the delta method.
    private static ShiftedBetaGeometricFit WithErrors(
        ShiftedBetaGeometricFit fit, double churn, double spread, in BetaGeometricDerivatives derivatives)
    {
        double determinant = derivatives.Determinant;
        double churnVariance = -derivatives.SpreadSpread / determinant;
        double spreadVariance = -derivatives.ChurnChurn / determinant;
        double covariance = derivatives.ChurnSpread / determinant;

        // Relative to the spread, which can be far from one.
        double ofSpread = spreadVariance / (spread * spread);
        double mixed = covariance / spread;
        double alpha = churnVariance - (2 * churn * mixed) + (churn * churn * ofSpread);
        double stay = 1 - churn;
        double beta = churnVariance + (2 * stay * mixed) + (stay * stay * ofSpread);
        double both = -churnVariance - (stay * mixed) + (churn * mixed) + (churn * stay * ofSpread);
        return fit with
        {
            MeanChurnStandardError = Math.Sqrt(churnVariance),
            AlphaStandardError = Math.Sqrt(Math.Max(alpha, 0)) / spread,
            BetaStandardError = Math.Sqrt(Math.Max(beta, 0)) / spread,
            AlphaBetaCovariance = both / (spread * spread),
        };
    }
}
