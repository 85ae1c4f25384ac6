using System.Text.Json;
using RevenueModel.Retention;
using RevenueModel.Statistics;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Cases;

/// <summary>Worked examples of survival and of models of renewals; <c>Data/cases/retention.json</c> names the source
/// of each.</summary>
public class SurvivalCaseTests
{
    [Fact]
    [Case("sbg-fit-highend")]
    public void PublishedCohortHasThePublishedParameters()
    {
        JsonElement example = TestData.Case("sbg-fit-highend");

        ShiftedBetaGeometricFit fit = Fit(Inputs("sbg-fit-highend").Decimals("survivors_per_1000"));

        Close(example, example.GetProperty("expected").Decimal("alpha"), fit.Model.Alpha);
        Close(example, example.GetProperty("expected").Decimal("beta"), fit.Model.Beta);
    }

    [Fact]
    [Case("sbg-ll-11-highend")]
    public void LikelihoodOfUniformChurnIsThePublishedOne()
    {
        JsonElement example = TestData.Case("sbg-ll-11-highend");

        double likelihood = ShiftedBetaGeometricCalculator.LogLikelihood(
            ShiftedBetaGeometric.Of(
                (double)Inputs("sbg-ll-11-highend").Decimal("alpha"),
                (double)Inputs("sbg-ll-11-highend").Decimal("beta")),
            [Cohort(Inputs("sbg-ll-11-highend").Decimals("survival").Select(share => Math.Round(share, 9)))]);

        Close(example, example.Decimal("expected"), likelihood);
    }

    [Fact]
    [Case("sbg-survival-highend-8-12")]
    public void LaterYearsAreProjected()
    {
        JsonElement example = TestData.Case("sbg-survival-highend-8-12");

        ShiftedBetaGeometric model = Fit(Inputs("sbg-survival-highend-8-12").Decimals("observed")).Model;

        decimal[] expected = example.Decimals("expected");
        for (int i = 0; i < expected.Length; i++)
        {
            Close(example, expected[i], model.Survival(8 + i));
        }
    }

    [Fact]
    [Case("sbg-retention-rates-case1")]
    public void RenewalRatesRiseWithAge()
    {
        JsonElement example = TestData.Case("sbg-retention-rates-case1");
        ShiftedBetaGeometric model = Model("sbg-retention-rates-case1");

        decimal[] expected = example.Decimals("expected");
        for (int i = 0; i < expected.Length; i++)
        {
            Close(example, expected[i], model.RenewalRate(1 + i));
        }
    }

    [Fact]
    [Case("sbg-multicohort-case1")]
    public void CohortsOfDifferentAgeAreFittedTogether()
    {
        JsonElement example = TestData.Case("sbg-multicohort-case1");

        ShiftedBetaGeometricFit fit = ShiftedBetaGeometricCalculator.Fit(Cohorts("sbg-multicohort-case1"));

        Close(example, example.GetProperty("expected").Decimal("alpha"), fit.Model.Alpha);
        Close(example, example.GetProperty("expected").Decimal("beta"), fit.Model.Beta);
    }

    [Fact]
    [Case("derl-case1")]
    public void ResidualLifetimeGrowsWithContractPeriods()
    {
        JsonElement example = TestData.Case("derl-case1");
        ShiftedBetaGeometric model = Model("derl-case1");
        double rate = (double)Inputs("derl-case1").Decimal("d");

        foreach ((decimal period, decimal expected) in Inputs("derl-case1").Decimals("n")
            .Zip(example.Decimals("expected")))
        {
            Close(example, expected, ShiftedBetaGeometricCalculator.ExpectedResidualLifetimeByContractPeriods(
                model, (int)period, rate));
            Close(example, expected, ShiftedBetaGeometricCalculator.ExpectedResidualLifetimeByRenewals(
                model, (int)period - 1, rate));
        }
    }

    [Fact]
    [Case("derl-homogeneous-limit")]
    public void ResidualLifetimeHasTheGeometricLimit()
    {
        JsonElement example = TestData.Case("derl-homogeneous-limit");
        double churn = 1 - (double)Inputs("derl-homogeneous-limit").Decimal("retention");
        double rate = (double)Inputs("derl-homogeneous-limit").Decimal("d");

        foreach (ShiftedBetaGeometric model in (ShiftedBetaGeometric[])
            [
                ShiftedBetaGeometric.Of(2e6, 8e6), ShiftedBetaGeometric.Of(2e10, 8e10),
                ShiftedBetaGeometric.Geometric(churn),
            ])
        {
            Close(
                example,
                example.Decimal("expected"),
                ShiftedBetaGeometricCalculator.ExpectedResidualLifetimeByContractPeriods(model, 1, rate));
        }
    }

    [Fact]
    [Case("sbg-degenerate")]
    public void FallingRenewalRatesFallBackToTheGeometricModel()
    {
        JsonElement example = TestData.Case("sbg-degenerate");

        ShiftedBetaGeometricFit fit = ShiftedBetaGeometricCalculator.Fit(Cohorts("sbg-degenerate"));

        Assert.Equal(LifetimeFitOutcome.NoHeterogeneity, fit.Outcome);
        Assert.Null(fit.Model.Alpha);
        Close(example, example.GetProperty("expected").Decimal("loglik"), fit.LogLikelihood);
        Close(example, example.GetProperty("expected").Decimal("mean_churn"), fit.Model.MeanChurn);
    }

    [Fact]
    [Case("km-weighted")]
    public void WeightedSurvivalIsThatOfAnotherLibrary()
    {
        JsonElement example = TestData.Case("km-weighted");
        decimal[] times = Inputs("km-weighted").Decimals("t");
        decimal[] events = Inputs("km-weighted").Decimals("event");
        decimal[] weights = Inputs("km-weighted").Decimals("w");
        SurvivalCurve curve = KaplanMeierCalculator.Measure(SurvivalTableCalculator.Tabulate(
            times.Select((time, i) =>
                new SurvivalSubject { Time = time, Cause = (int)events[i], Weight = weights[i] })));

        // The expected shares are in the order of time.
        foreach ((decimal time, JsonElement expected) in times.Order()
            .Zip(example.GetProperty("expected").EnumerateArray()))
        {
            Assert.Equal(expected.GetDouble(), curve.Survival(time)!.Value, 1e-12);
        }
    }

    private static JsonElement Inputs(string id) => TestData.Case(id).GetProperty("inputs");

    private static ShiftedBetaGeometric Model(string id) =>
        ShiftedBetaGeometric.Of((double)Inputs(id).Decimal("alpha"), (double)Inputs(id).Decimal("beta"));

    private static RenewalCohort Cohort(IEnumerable<decimal> counts) => RenewalCohort.Of(counts);

    private static RenewalCohort[] Cohorts(string id) =>
    [
        .. Inputs(id).GetProperty("cohorts").EnumerateArray()
            .Select(cohort => Cohort(cohort.EnumerateArray().Select(count => count.GetDecimal()))),
    ];

    private static ShiftedBetaGeometricFit Fit(IEnumerable<decimal> counts) =>
        ShiftedBetaGeometricCalculator.Fit([Cohort(counts)]);

    private static void Close(JsonElement example, decimal expected, double? actual)
    {
        double tolerance = (double)example.Decimal("abs_tol");
        Assert.Equal((double)expected, actual!.Value, tolerance);
    }
}
