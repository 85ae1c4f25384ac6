using RevenueModel.Retention;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Retention.Lifetimes;

public class BetaDiscreteWeibullCalculatorTests
{
    // Fader, Hardie, Liu, Davin and Steenburgh (2018): fitted on four renewals, the twelfth year of the high-end
    // cohort has 394 survivors of 1,000; sBG projects 307 and BdW 389.
    [Fact]
    public void PublishedProjectionsFromFourRenewalsAreReproduced()
    {
        BetaDiscreteWeibullFit fit = BetaDiscreteWeibullCalculator.Fit(RenewalCurves.HighEnd(4));

        Assert.Equal(0.389, fit.Model!.Survival(12), 0.0006);
        Assert.Equal(0.307, fit.ShiftedBetaGeometric.Model.Survival(12), 0.0006);
        Assert.True(fit.Model.Shape > 1);
    }

    [Fact]
    public void AShapeOfOneIsTheShiftedBetaGeometricModel()
    {
        var weibull = BetaDiscreteWeibull.Of(0.668, 3.806, 1);
        var geometric = ShiftedBetaGeometric.Of(0.668, 3.806);

        for (int period = 1; period < 60; period++)
        {
            Assert.Equal(geometric.Survival(period), weibull.Survival(period), 1e-13);
            Assert.Equal(geometric.RenewalRate(period), weibull.RenewalRate(period), 1e-13);
        }
    }

    // With alpha = 1 the survival is beta / (beta + t^shape).
    [Theory]
    [InlineData(0.3, 2)]
    [InlineData(40, 0.5)]
    [InlineData(1e9, 1.5)]
    public void SurvivalOfAPowerOfChurnIsARatio(double beta, double shape)
    {
        var model = BetaDiscreteWeibull.Of(1, beta, shape);

        for (int period = 0; period < 50; period++)
        {
            Assert.Equal(beta / (beta + Math.Pow(period, shape)), model.Survival(period), 1e-12);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TheFitIsAtLeastAsLikelyAsSimplerModels(bool isHighEnd)
    {
        RenewalCohort cohort = isHighEnd ? RenewalCurves.HighEnd(12) : RenewalCurves.Regular(12);
        BetaDiscreteWeibullFit fit = BetaDiscreteWeibullCalculator.Fit(cohort);

        Assert.True(fit.LogLikelihood >= fit.ShiftedBetaGeometric.LogLikelihood - 1e-9);
        Assert.Equal(
            2 * (fit.LogLikelihood!.Value - fit.ShiftedBetaGeometric.LogLikelihood), fit.Test!.Statistic, 1e-6);
        Assert.InRange(fit.Test.PValue, 0, 1);
        Assert.Equal(LifetimeFitOutcome.Identified, fit.Outcome);
        Assert.InRange(fit.ShapeStandardError!.Value, 0.01, 0.5);
    }

    // Twelve renewal rates that follow a model exactly.
    [Fact]
    public void TheParametersOfAnExactCohortAreFound()
    {
        var model = BetaDiscreteWeibull.Of(0.6, 4, 1.5);
        RenewalCohort cohort = RenewalCohort.Of(Enumerable.Range(0, 13)
            .Select(period => Math.Round(1_000_000m * (decimal)model.Survival(period), 3)));

        BetaDiscreteWeibullFit fit = BetaDiscreteWeibullCalculator.Fit(cohort);

        Assert.Equal(0.6, fit.Model!.Alpha, 0.001);
        Assert.Equal(4, fit.Model.Beta, 0.01);
        Assert.Equal(1.5, fit.Model.Shape, 0.001);
        Assert.True(fit.Test!.PValue < 1e-6);
    }

    [Fact]
    public void CohortsWithoutEnoughRenewalsHaveNoModel()
    {
        BetaDiscreteWeibullFit fit = BetaDiscreteWeibullCalculator.Fit(RenewalCohort.Of(100, 80, 70));

        Assert.Equal(LifetimeFitOutcome.TooFewPeriods, fit.Outcome);
        Assert.Null(fit.Model);
        Assert.Null(fit.Test);
        Assert.Equal(
            LifetimeFitOutcome.NoLosses,
            BetaDiscreteWeibullCalculator.Fit(RenewalCohort.Of(9, 9, 9, 9)).Outcome);
    }

    [Fact]
    public void ParametersOutsideTheirRangeAreRefused()
    {
        Refusal.With(
            "shape was 0; a number between 0.01 and 20 is expected.", () => BetaDiscreteWeibull.Of(1, 1, 0));
        Refusal.With(
            "beta was NaN; a number above 0 and up to 10^12 is expected.",
            () => BetaDiscreteWeibull.Of(1, double.NaN, 1));
    }
}
