using RevenueModel.Expansion;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Expansion;

public class ExpansionFitCalculatorTests
{
    private static readonly ExpansionPoint[] Published =
        [ExpansionPoint.At(0, 24), ExpansionPoint.At(12, 48), ExpansionPoint.At(24, 72)];

    // NIST StRD, nonlinear regression, Rat42 (Ratkowsky 1983): certified values and standard deviations.
    private static readonly ExpansionPoint[] Rat42 =
    [
        ExpansionPoint.At(9, 8.930), ExpansionPoint.At(14, 10.800), ExpansionPoint.At(21, 18.590),
        ExpansionPoint.At(28, 22.330), ExpansionPoint.At(42, 39.350), ExpansionPoint.At(57, 56.110),
        ExpansionPoint.At(63, 61.730), ExpansionPoint.At(70, 64.620), ExpansionPoint.At(79, 67.080),
    ];

    [Fact]
    public void ThePublishedVolumesAreAStraightLine()
    {
        ExpansionFit fit = ExpansionFitCalculator.Fit(ExpansionShape.Linear, Published);

        Assert.Equal(FitOutcome.Identified, fit.Outcome);
        Assert.Equal(ExpansionCurve.Linear(24, 24), fit.Curve);
        Assert.Equal(0, fit.ResidualSumOfSquares);
        Assert.Equal(1, fit.DegreesOfFreedom);
        Assert.Equal(0, fit.FindParameter(ExpansionParameter.AddedPerYear)!.Value.StandardError);
        Assert.Null(fit.FindParameter(ExpansionParameter.Ceiling));
    }

    [Fact]
    public void ThePublishedVolumesAreNotCompound()
    {
        ExpansionFit fit = ExpansionFitCalculator.Fit(ExpansionShape.Compound, Published);

        Assert.Equal(FitOutcome.Identified, fit.Outcome);
        Assert.True(fit.StandardError > 3);
        Assert.InRange(fit.FindParameter(ExpansionParameter.GrowthPerYear)!.Value.Value, 0.55, 0.75);
    }

    [Theory]
    [InlineData(1e150, "1E+150")]
    [InlineData(1e-150, "1E-150")]
    public void RefusesValuesWhoseSquaresLeaveTheRange(double value, string text)
    {
        foreach (ExpansionShape shape in Enum.GetValues<ExpansionShape>())
        {
            Refusal.With(
                $"observations was {text} in month 12, the largest value; a largest value between 1e-100 and 1e100 is "
                    + "expected.",
                () => ExpansionFitCalculator.Fit(
                    shape, [ExpansionPoint.At(0, value / 2), ExpansionPoint.At(12, value)]));
        }
    }

    // 1/y is c + d r^t: 1/24, 1/48, 1/72 have r = 1/3 and c = 1/96.
    [Fact]
    public void ThreePointsHaveOneLogisticCurve()
    {
        ExpansionFit fit = ExpansionFitCalculator.Fit(ExpansionShape.Saturating, Published);

        Assert.Equal(FitOutcome.Identified, fit.Outcome);
        Assert.Equal(24, ValueOf(fit, ExpansionParameter.Start), 1e-9);
        Assert.Equal(96, ValueOf(fit, ExpansionParameter.Ceiling), 1e-7);
        Assert.Equal(Math.Log(3), ValueOf(fit, ExpansionParameter.RatePerYear), 1e-9);
        Assert.Equal(0, fit.DegreesOfFreedom);
        Assert.All(fit.Parameters, parameter => Assert.Null(parameter.StandardError));
    }

    [Fact]
    public void ALogisticFitHasTheCertifiedValuesOfNist()
    {
        ExpansionFit fit = ExpansionFitCalculator.Fit(ExpansionShape.Saturating, Rat42);
        double start = 72.462237576 / (1 + Math.Exp(2.6180768402));

        Assert.Equal(FitOutcome.Identified, fit.Outcome);
        Assert.Equal(72.462237576, ValueOf(fit, ExpansionParameter.Ceiling), 1e-6);
        Assert.Equal(6.7359200066e-2 * 12, ValueOf(fit, ExpansionParameter.RatePerYear), 1e-8);
        Assert.Equal(start, ValueOf(fit, ExpansionParameter.Start), 1e-7);
        Assert.Equal(8.0565229338, fit.ResidualSumOfSquares!.Value, 1e-8);
        Assert.Equal(1.1587725499, fit.StandardError!.Value, 1e-8);
        Assert.Equal(1.7340283401, ErrorOf(fit, ExpansionParameter.Ceiling), 1e-6);
        Assert.Equal(3.4465663377e-3 * 12, ErrorOf(fit, ExpansionParameter.RatePerYear), 1e-8);
    }

    [Fact]
    public void ALinearFitHasTheTextbookStandardErrors()
    {
        // y = 1, 3, 2, 5 in years 0 to 3: slope 1.1, intercept 1.1, s² = 1.35.
        ExpansionFit fit = ExpansionFitCalculator.Fit(
            ExpansionShape.Linear,
            [ExpansionPoint.At(0, 1), ExpansionPoint.At(12, 3), ExpansionPoint.At(24, 2), ExpansionPoint.At(36, 5)]);

        Assert.Equal(1.1, ValueOf(fit, ExpansionParameter.AddedPerYear), 1e-14);
        Assert.Equal(1.1, ValueOf(fit, ExpansionParameter.Start), 1e-14);
        Assert.Equal(2.7, fit.ResidualSumOfSquares!.Value, 1e-13);
        Assert.Equal(Math.Sqrt(1.35 / 5), ErrorOf(fit, ExpansionParameter.AddedPerYear), 1e-14);
        Assert.Equal(Math.Sqrt(1.35 * (0.25 + (1.5 * 1.5 / 5))), ErrorOf(fit, ExpansionParameter.Start), 1e-14);
        Assert.Equal(0.8, fit.Residuals[1].Residual, 1e-14);
    }

    [Fact]
    public void FewerMonthsThanParametersIdentifyNothing()
    {
        ExpansionFit fit = ExpansionFitCalculator.Fit(ExpansionShape.Saturating, Published.Take(2));

        Assert.Equal(FitOutcome.TooFewMonths, fit.Outcome);
        Assert.Null(fit.Curve);
        Assert.Empty(fit.Parameters);
        Assert.Null(fit.ResidualSumOfSquares);
        Assert.Null(fit.StandardError);
        Assert.Equal(
            FitOutcome.TooFewMonths,
            ExpansionFitCalculator.Fit(
                ExpansionShape.Linear, [ExpansionPoint.At(6, 1), ExpansionPoint.At(6, 2)]).Outcome);
        Assert.Equal(
            "saturating shape of 2 observations; not identified: fewer distinct months than parameters",
            fit.ToString());
    }

    [Fact]
    public void CompoundGrowthHasNoCeiling()
    {
        ExpansionPoint[] points = [.. Enumerable.Range(0, 9).Select(i => ExpansionPoint.At(i * 6, Math.Pow(1.2, i)))];

        ExpansionFit fit = ExpansionFitCalculator.Fit(ExpansionShape.Saturating, points);

        Assert.Equal(FitOutcome.NoCeiling, fit.Outcome);
        Assert.Null(fit.Curve);
    }

    [Fact]
    public void GrowthThatAcceleratesHasNoCeiling() =>
        Assert.Equal(
            FitOutcome.NoCeiling,
            ExpansionFitCalculator.Fit(
                ExpansionShape.Saturating,
                [
                    ExpansionPoint.At(0, 1), ExpansionPoint.At(12, 1.2), ExpansionPoint.At(24, 1.7),
                    ExpansionPoint.At(36, 3.5), ExpansionPoint.At(48, 9),
                ]).Outcome);

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void ObservationsThatDoNotGrowHaveNoCeiling(double added)
    {
        ExpansionPoint[] points =
            [.. Enumerable.Range(0, 6).Select(i => ExpansionPoint.At(i * 12, 50 + (added * i)))];

        Assert.Equal(
            FitOutcome.NoGrowth, ExpansionFitCalculator.Fit(ExpansionShape.Saturating, points).Outcome);
    }

    [Fact]
    public void ANoisyCeilingHasNoUpperLimit()
    {
        // Early growth far below the ceiling, with noise that is larger than its bend.
        double[] noise = [0.8, -1.1, 0.6, 1.3, -0.9, -0.7, 1.2, -0.4];
        ExpansionCurve truth = ExpansionCurve.Saturating(5, 200, 0.5);
        ExpansionPoint[] points =
        [
            .. noise.Select((error, i) =>
                ExpansionPoint.At(i * 3, ExpansionCurveCalculator.Value(truth, i * 3) + error)),
        ];

        ExpansionFit fit = ExpansionFitCalculator.Fit(ExpansionShape.Saturating, points);

        Assert.Contains(fit.Outcome, new[] { FitOutcome.CeilingUnbounded, FitOutcome.NoCeiling });
        Assert.Null(fit.FindParameter(ExpansionParameter.Ceiling)?.StandardError);
    }

    [Fact]
    public void ObservationsThatCannotBeFittedAreRefused()
    {
        Refusal.With(
            "observations had no observation; at least one is expected.",
            () => ExpansionFitCalculator.Fit(ExpansionShape.Linear, Array.Empty<ExpansionPoint>()));
        Refusal.With(
            "observations was month 0: 0; a value above zero, which the shape needs, is expected.",
            () => ExpansionFitCalculator.Fit(
                ExpansionShape.Compound, [ExpansionPoint.At(0, 0), ExpansionPoint.At(12, 1)]));
        Refusal.Any<ArgumentException>(() => ExpansionFitCalculator.Fit(
            ExpansionShape.Linear, [ExpansionPoint.At(12, 1), ExpansionPoint.At(24, 10)]));
        Refusal.Any<ArgumentException>(() => ExpansionFitCalculator.Fit((ExpansionShape)9, Published));
    }

    private static double ValueOf(ExpansionFit fit, ExpansionParameter parameter) =>
        fit.FindParameter(parameter)!.Value.Value;

    private static double ErrorOf(ExpansionFit fit, ExpansionParameter parameter) =>
        fit.FindParameter(parameter)!.Value.StandardError!.Value;
}
