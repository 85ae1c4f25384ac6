using FsCheck;
using FsCheck.Xunit;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Retention.Lifetimes;

[Properties(MaxTest = 200)]
public class ShiftedBetaGeometricCalculatorTests
{
    // Fader and Hardie (2007) print 0.668 and 3.806, and 0.704 and 1.182 for the regular cohort.
    [Fact]
    public void PublishedParametersAreReproduced()
    {
        ShiftedBetaGeometricFit high = Fit(RenewalCurves.HighEnd(7));
        ShiftedBetaGeometricFit regular = Fit(RenewalCurves.Regular(7));

        Assert.Equal(0.668, high.Model.Alpha!.Value, 0.0006);
        Assert.Equal(3.806, high.Model.Beta!.Value, 0.0006);
        Assert.Equal(0.704, regular.Model.Alpha!.Value, 0.0006);
        Assert.Equal(1.182, regular.Model.Beta!.Value, 0.0006);
        Assert.Equal(LifetimeFitOutcome.Identified, high.Outcome);
    }

    // The projection of seven years is within two points of what was observed five years later.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ProjectionsMeetTheLaterYears(bool isHighEnd)
    {
        ShiftedBetaGeometricFit fit = Fit(isHighEnd ? RenewalCurves.HighEnd(7) : RenewalCurves.Regular(7));
        ValueList<RenewalProjection> years = ShiftedBetaGeometricCalculator.Project(fit, 12);

        for (int year = 8; year <= 12; year++)
        {
            Assert.Equal(RenewalCurves.Observed(isHighEnd, year), years[year].Survival, 0.02);
            Assert.Equal(fit.Model.Survival(year), years[year].Survival, 1e-14);
            Assert.True(years[year].Interval!.Value.Contains(years[year].Survival));
        }
    }

    [Property]
    public void TheFitIsAMaximumOfTheLikelihood(PositiveInt seed)
    {
        RenewalCohort[] cohorts = Random(seed.Get);
        ShiftedBetaGeometricFit fit = Fit(cohorts);
        Assert.Equal(Oracle(fit.Model, cohorts), fit.LogLikelihood, 1e-8 * (1 - fit.LogLikelihood));
        if (fit.Model is not { Alpha: { } alpha, Beta: { } beta })
        {
            return;
        }

        foreach ((double a, double b) in ((double, double)[])[(1.01, 1), (0.99, 1), (1, 1.01), (1, 0.99), (2, 2),
            (0.5, 0.5), (1.1, 1.1), (0.9, 0.9), (0.1, 0.1), (10, 10)])
        {
            var other = ShiftedBetaGeometric.Of(a * alpha, b * beta);
            Assert.True(Oracle(other, cohorts) <= fit.LogLikelihood + (1e-9 * (1 - fit.LogLikelihood)));
        }
    }

    // Neither a heterogeneous model on a grid nor the geometric one is better.
    [Property(MaxTest = 50)]
    public void NoModelOnAGridIsMoreLikely(PositiveInt seed)
    {
        RenewalCohort[] cohorts = Random(seed.Get);
        double best = Fit(cohorts).LogLikelihood;
        for (double churn = 0.05; churn < 1; churn += 0.05)
        {
            for (double total = 0.01; total < 1e5; total *= 3)
            {
                var other = ShiftedBetaGeometric.Of(churn * total, (1 - churn) * total);
                Assert.True(Oracle(other, cohorts) <= best + (1e-9 * (1 - best)));
            }
        }
    }

    // Second differences of the likelihood give the observed information.
    [Fact]
    public void StandardErrorsAreThoseOfTheObservedInformation()
    {
        RenewalCohort cohort = RenewalCurves.HighEnd(7);
        ShiftedBetaGeometricFit fit = Fit(cohort);
        double a = fit.Model.Alpha!.Value;
        double b = fit.Model.Beta!.Value;
        const double h = 1e-3;
        double At(double da, double db) => Oracle(ShiftedBetaGeometric.Of(a + da, b + db), [cohort]);
        double aa = -(At(h, 0) - (2 * At(0, 0)) + At(-h, 0)) / (h * h);
        double bb = -(At(0, h) - (2 * At(0, 0)) + At(0, -h)) / (h * h);
        double ab = -(At(h, h) - At(h, -h) - At(-h, h) + At(-h, -h)) / (4 * h * h);
        double determinant = (aa * bb) - (ab * ab);

        Assert.Equal(Math.Sqrt(bb / determinant), fit.AlphaStandardError!.Value, 1e-4);
        Assert.Equal(Math.Sqrt(aa / determinant), fit.BetaStandardError!.Value, 1e-3);
        Assert.Equal(-ab / determinant, fit.AlphaBetaCovariance!.Value, 1e-4);
    }

    [Fact]
    public void LeastSquaresHasTheSmallestSumOfSquares()
    {
        ShiftedBetaGeometricFit fit = Fit(LifetimeFitMethod.LeastSquares, RenewalCurves.HighEnd(7));
        double a = fit.Model.Alpha!.Value;
        double b = fit.Model.Beta!.Value;
        double Squares(double alpha, double beta) => Enumerable.Range(1, 7).Sum(year => Math.Pow(
            RenewalCurves.Observed(true, year) - ShiftedBetaGeometric.Of(alpha, beta).Survival(year), 2));

        Assert.Null(fit.AlphaStandardError);
        foreach ((double x, double y) in ((double, double)[])[(1.001, 1), (0.999, 1), (1, 1.001), (1, 0.999)])
        {
            Assert.True(Squares(a * x, b * y) > Squares(a, b));
        }
    }

    [Property]
    public void TheOrderOfCohortsDoesNotMatter(PositiveInt seed)
    {
        RenewalCohort[] cohorts = Random(seed.Get);

        Assert.Equal(Fit(cohorts), Fit([.. cohorts.Reverse()]));
    }

    [Fact]
    public void CohortsThatIdentifyNothingFallBackToTheGeometricModel()
    {
        ShiftedBetaGeometricFit falling = Fit(RenewalCohort.Of(100, 90, 60));
        Assert.Equal(LifetimeFitOutcome.NoHeterogeneity, falling.Outcome);
        Assert.Equal(40.0 / 190, falling.Model.MeanChurn);
        Assert.Null(falling.Model.Alpha);
        Assert.NotNull(falling.MeanChurnStandardError);
        Assert.NotNull(ShiftedBetaGeometricCalculator.Project(falling, 3)[3].Interval);
        Assert.Equal(
            LifetimeFitOutcome.NoHeterogeneity,
            Fit(LifetimeFitMethod.LeastSquares, RenewalCohort.Of(100, 90, 60)).Outcome);

        Assert.Equal(LifetimeFitOutcome.TooFewPeriods, Fit(RenewalCohort.Of(100, 90)).Outcome);
        Assert.Equal(LifetimeFitOutcome.TooFewPeriods, Fit(RenewalCohort.Of(100, 0, 0)).Outcome);
        Assert.Equal(LifetimeFitOutcome.NoLosses, Fit(RenewalCohort.Of(100, 100, 100)).Outcome);
        Assert.Null(Fit(RenewalCohort.Of(100, 100, 100)).MeanChurnStandardError);
        Refusal.With(
            "cohorts had counts at the start only; a count after a renewal is expected.",
            () => Fit(RenewalCohort.Of(100)));
        ShiftedBetaGeometricFit staying = Fit(RenewalCohort.Of(100, 80, 80));
        Assert.Equal(LifetimeFitOutcome.NoLaterLosses, staying.Outcome);
        Assert.Equal(0.8, staying.Model.Survival(50), 1e-6);
    }

    // More customers are seen at age two than at age one, so that no falling curve fits better than a constant.
    [Fact]
    public void ARisingShareLeadsLeastSquaresToItsLimit()
    {
        ShiftedBetaGeometricFit fit = Fit(
            LifetimeFitMethod.LeastSquares,
            RenewalCohort.Of(1000, 500),
            RenewalCohort.Of(100, 90, 85));

        Assert.Equal(LifetimeFitOutcome.ParametersNearZero, fit.Outcome);
        double kept = ((1100 * (590.0 / 1100)) + (100 * 0.85)) / 1200;
        Assert.Equal(kept, fit.Model.Survival(1), 1e-12);
        Assert.Equal(kept, fit.Model.Survival(9), 1e-6);
    }

    // The terms of the sum, added up to where they vanish.
    [Theory]
    [InlineData(3.8, 15.2, 1, 0.1)]
    [InlineData(0.668, 3.806, 4, 0.1)]
    [InlineData(0.668, 3.806, 1, 0.01)]
    [InlineData(0.05, 0.05, 2, 0.05)]
    [InlineData(50, 2, 1, 0.3)]
    [InlineData(2e6, 8e6, 3, 0.1)]
    [InlineData(1e-6, 1e-6, 1, 0.1)]
    public void ResidualLifetimeIsTheSumOfItsTerms(double alpha, double beta, int period, double rate)
    {
        double sum = 0;
        double term = 1;
        for (int t = period; term > 1e-18; t++)
        {
            term *= (beta + (t - 1)) / (alpha + beta + (t - 1));
            sum += term;
            term /= 1 + rate;
        }

        var model = ShiftedBetaGeometric.Of(alpha, beta);
        Assert.Equal(
            sum,
            ShiftedBetaGeometricCalculator.ExpectedResidualLifetimeByContractPeriods(model, period, rate)!.Value,
            1e-11 * sum);
        Assert.Equal(
            ShiftedBetaGeometricCalculator.ExpectedResidualLifetimeByContractPeriods(model, period, rate),
            ShiftedBetaGeometricCalculator.ExpectedResidualLifetimeByRenewals(model, period - 1, rate));
    }

    // Without discount it is (beta + n - 1) / (alpha - 1), and small rates approach that.
    [Theory]
    [InlineData(3.8, 15.2)]
    [InlineData(2.5, 0.4)]
    [InlineData(1e9, 3e9)]
    public void ResidualLifetimeHoldsForSmallRates(double alpha, double beta)
    {
        var model = ShiftedBetaGeometric.Of(alpha, beta);
        double limit = (beta + 2) / (alpha - 1);

        Assert.Equal(limit, Lifetime(model, 0)!.Value, 1e-12 * limit);
        Assert.Equal(limit, Lifetime(model, 1e-12)!.Value, 1e-9 * limit);
        Assert.Null(Lifetime(ShiftedBetaGeometric.Of(1, 2), 0));
        Assert.Null(Lifetime(ShiftedBetaGeometric.Geometric(0), 0));
        Assert.Equal(4.4, Lifetime(ShiftedBetaGeometric.Geometric(0.2), 0.2)!.Value + 2, 1e-12);
        static double? Lifetime(ShiftedBetaGeometric model, double rate) =>
            ShiftedBetaGeometricCalculator.ExpectedResidualLifetimeByContractPeriods(model, 3, rate);
    }

    // With alpha = beta = 1 the survival is 1 / (t + 1), and the sum -ln(1 - z) / z - 1 over z with z = 1 / (1 + d).
    [Theory]
    [InlineData(0.1)]
    [InlineData(1e-4)]
    [InlineData(1e-9)]
    public void ResidualLifetimeOfAUniformChurnIsALogarithm(double rate)
    {
        double z = 1 / (1 + rate);
        double expected = ((Math.Log((1 + rate) / rate) / z) - 1) / z;

        Assert.Equal(
            expected,
            ShiftedBetaGeometricCalculator.ExpectedResidualLifetimeByRenewals(
                ShiftedBetaGeometric.Of(1, 1), 0, rate)!.Value,
            1e-11 * expected);
    }

    [Fact]
    public void FiguresOutsideTheirRangeAreRefused()
    {
        var model = ShiftedBetaGeometric.Of(1, 2);
        Refusal.With(
            "alpha was 0; a number above 0 and up to 10^12 is expected.", () => ShiftedBetaGeometric.Of(0, 2));
        Refusal.With(
            "churn was 38; a fraction between 0 and 1 is expected.", () => ShiftedBetaGeometric.Geometric(38));
        Refusal.With("period was 0; 1 to 1,200 is expected.", () => model.RenewalRate(0));
        Refusal.With("periods was -1; 0 to 1,200 is expected.", () => model.Survival(-1));
        Refusal.With(
            "discountRate was -0.1; a finite rate per period, zero or more, is expected.",
            () => ShiftedBetaGeometricCalculator.ExpectedResidualLifetimeByContractPeriods(model, 1, -0.1));
        Refusal.With(
            "renewals was 1200; 0 to 1,199 is expected.",
            () => ShiftedBetaGeometricCalculator.ExpectedResidualLifetimeByRenewals(model, 1_200, 0.1));
        Refusal.With(
            "customers was 90 after period 2; at most 80, the count before, is expected.",
            () => RenewalCohort.Of(100, 80, 90));
        Refusal.With(
            "cohorts had no cohort; at least one is expected.",
            () => ShiftedBetaGeometricCalculator.Fit(Array.Empty<RenewalCohort>()));
    }

    private static ShiftedBetaGeometricFit Fit(params RenewalCohort[] cohorts) =>
        ShiftedBetaGeometricCalculator.Fit(cohorts);

    private static ShiftedBetaGeometricFit Fit(LifetimeFitMethod method, params RenewalCohort[] cohorts) =>
        ShiftedBetaGeometricCalculator.Fit(cohorts, method);

    // Up to four cohorts of customers whose churn follows some distribution. The first faces a renewal.
    private static RenewalCohort[] Random(int seed)
    {
        var random = new SplitMix64((ulong)seed);
        double churn = random.NextOpen();
        double spread = random.NextOpen() * 2;
        var cohorts = new RenewalCohort[1 + (int)(random.NextOpen() * 4)];
        for (int i = 0; i < cohorts.Length; i++)
        {
            var counts = new List<decimal> { 1 + (int)(random.NextOpen() * 500) };
            int renewals = (i == 0 ? 1 : 0) + (int)(random.NextOpen() * 9);
            for (int age = 0; age < renewals; age++)
            {
                double rate = 1 - (churn / (1 + (spread * age)));
                decimal left = 0m;
                for (int customer = 0; customer < counts[^1]; customer++)
                {
                    left += random.NextOpen() < rate ? 1m : 0m;
                }

                counts.Add(left);
            }

            cohorts[i] = RenewalCohort.Of(counts);
        }

        return cohorts;
    }

    // The likelihood of each cohort from the probabilities of leaving in a period and of staying to the end.
    private static double Oracle(ShiftedBetaGeometric model, RenewalCohort[] cohorts)
    {
        double sum = 0;
        foreach (RenewalCohort cohort in cohorts)
        {
            double survival = 1;
            for (int t = 1; t < cohort.Customers.Count; t++)
            {
                double churn = model is { Alpha: { } alpha, Beta: { } beta }
                    ? alpha / (alpha + beta + t - 1)
                    : model.MeanChurn;
                double lost = (double)(cohort.Customers[t - 1] - cohort.Customers[t]);
                sum += lost > 0 ? lost * Math.Log(survival * churn) : 0;
                survival *= 1 - churn;
            }

            double staying = (double)cohort.Customers[^1];
            sum += staying > 0 ? staying * Math.Log(survival) : 0;
        }

        return sum;
    }
}
