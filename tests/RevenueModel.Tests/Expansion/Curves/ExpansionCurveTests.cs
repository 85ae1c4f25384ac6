using RevenueModel.Expansion;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Expansion;

public class ExpansionCurveTests
{
    private static readonly ExpansionCurve Integrations = ExpansionCurve.Years([24, 48, 72]);
    private static readonly ExpansionCurve Acv = ExpansionCurve.Years([1.0, 1.5, 2.2]);

    // Slopes 0.8/12, 7/12/12 and 1.6/12 of the three-point and harmonic formulas, by hand.
    [Theory]
    [InlineData(0, 1.0)]
    [InlineData(6, 1.2270833333333333)]
    [InlineData(12, 1.5)]
    [InlineData(18, 1.8229166666666667)]
    [InlineData(24, 2.2)]
    public void MonotoneInterpolationIsPchip(double month, double expected) =>
        Assert.Equal(expected, ExpansionCurveCalculator.Value(Acv, month), 1e-14);

    [Theory]
    [InlineData(CurveInterpolation.Monotone, 60)]
    [InlineData(CurveInterpolation.Linear, 60)]
    [InlineData(CurveInterpolation.Geometric, 58.787753826796276)]
    [InlineData(CurveInterpolation.Step, 48)]
    public void EachInterpolationHasItsValueBetweenYears(CurveInterpolation interpolation, double expected) =>
        Assert.Equal(
            expected,
            ExpansionCurveCalculator.Value(ExpansionCurve.Years([24, 48, 72], interpolation), 18),
            1e-12);

    [Theory]
    [InlineData(CurveInterpolation.Monotone, 3.0)]
    [InlineData(CurveInterpolation.Linear, 2.9)]
    [InlineData(CurveInterpolation.Geometric, 3.2266666666666666)]
    [InlineData(CurveInterpolation.Step, 2.2)]
    public void AContinuedCurveGoesOnAsItEnds(CurveInterpolation interpolation, double expected)
    {
        ExpansionCurve curve = ExpansionCurve.Years([1.0, 1.5, 2.2], interpolation, CurveEnd.Continued);

        Assert.Null(curve.LastMonth);
        Assert.Equal(expected, ExpansionCurveCalculator.Value(curve, 36), 1e-12);
    }

    [Fact]
    public void AHeldCurveKeepsItsLastValue() =>
        Assert.Equal(2.2, ExpansionCurveCalculator.Value(ExpansionCurve.Years([1, 2.2], end: CurveEnd.Held), 600));

    [Fact]
    public void AFallingCurveEndsAtZero()
    {
        ExpansionCurve falling = ExpansionCurve.Years([30, 20, 10], CurveInterpolation.Linear, CurveEnd.Continued);

        Assert.Equal(36, falling.LastMonth);
        Assert.Equal(0, ExpansionCurveCalculator.Value(falling, 36), 1e-12);
        Assert.Equal(60, ExpansionCurve.Linear(50, -10).LastMonth);
        Assert.Equal(0, ExpansionCurveCalculator.Value(ExpansionCurve.Linear(50, -10), 60));
    }

    [Fact]
    public void StepsHoldUntilTheNextPoint()
    {
        ExpansionCurve steps = ExpansionCurve.Steps(ExpansionPoint.At(0, 10), ExpansionPoint.At(12, 25));

        Assert.Equal(10, ExpansionCurveCalculator.Value(steps, 11.999));
        Assert.Equal(25, ExpansionCurveCalculator.Value(steps, 12));
        Assert.Equal(25, ExpansionCurveCalculator.Value(steps, 1_200));
    }

    [Fact]
    public void ACompoundCurveIsExactInWholeYears()
    {
        ExpansionCurve curve = ExpansionCurve.Compound(1, 0.5);

        Assert.Equal(2.25, ExpansionCurveCalculator.Value(curve, 24));
        Assert.Equal(Math.Pow(1.5, 1.25), ExpansionCurveCalculator.Value(curve, 15), 1e-14);
    }

    [Fact]
    public void ASaturatingCurveApproachesItsCeiling()
    {
        ExpansionCurve sites = ExpansionCurve.Saturating(1, ceiling: 40, ratePerYear: 1);

        Assert.Equal(1, ExpansionCurveCalculator.Value(sites, 0));
        Assert.Equal(40 / (1 + (39 * Math.Exp(-2))), ExpansionCurveCalculator.Value(sites, 24), 1e-12);
        Assert.Equal(40, ExpansionCurveCalculator.Value(sites, 1_200), 1e-12);
        Assert.Equal(20, ExpansionCurveCalculator.Value(sites, 12 * Math.Log(39)), 1e-12);
    }

    [Fact]
    public void CurvesAreEqualByValue()
    {
        Assert.Equal(Integrations, ExpansionCurve.Points(
            [ExpansionPoint.At(0, 24), ExpansionPoint.At(12, 48), ExpansionPoint.At(24, 72)]));
        Assert.Equal(Integrations.GetHashCode(), ExpansionCurve.Years([24d, 48d, 72d]).GetHashCode());
        Assert.NotEqual(Integrations, ExpansionCurve.Years([24, 48, 72], CurveInterpolation.Linear));
        Assert.NotEqual(Integrations, ExpansionCurve.Years([24, 48, 72], end: CurveEnd.Held));
    }

    [Fact]
    public void CurvesPrintTheirTerms()
    {
        Assert.Equal(
            "monotone through month 0: 24; month 12: 48; month 24: 72; then refused", Integrations.ToString());
        Assert.Equal("compound from 1, 33% a year", ExpansionCurve.Compound(1, 0.33).ToString());
        Assert.Equal("linear from 24, +24 a year", ExpansionCurve.Linear(24, 24).ToString());
        Assert.Equal(
            "saturating from 1 toward 40, rate 1.2 a year", ExpansionCurve.Saturating(1, 40, 1.2).ToString());
    }

    [Fact]
    public void AMonthOutsideTheCurveIsRefused()
    {
        Refusal.With(
            "month was 24.5; a month of the curve, 0 to 24, is expected.",
            () => ExpansionCurveCalculator.Value(Acv, 24.5));
        Refusal.With(
            "month was -1; a month of the account between 0 and 1,200 is expected.",
            () => ExpansionCurveCalculator.Value(Acv, -1));
        Refusal.Any<ArgumentException>(() => ExpansionCurveCalculator.Value(Acv, double.NaN));
        Refusal.Any<ArgumentException>(
            () => ExpansionCurveCalculator.Values(Acv, [1d, double.NaN], new double[2]));
        Refusal.Any<ArgumentException>(() => ExpansionCurveCalculator.Values(Acv, [1d], new double[2]));
        Refusal.With(
            "months was 25; a month of the curve, 0 to 24, is expected.",
            () => ExpansionCurveCalculator.Values(Acv, [1d, 25], new double[2]));
    }

    [Fact]
    public void PointsThatMakeNoCurveAreRefused()
    {
        Refusal.With(
            "points had month 12 after month 12; ascending months are expected.",
            () => ExpansionCurve.Points([ExpansionPoint.At(12, 1), ExpansionPoint.At(12, 2)]));
        Refusal.With(
            "values had 0; at least 1 for a curve whose end is Refused is expected.",
            () => ExpansionCurve.Years(Array.Empty<double>()));
        Refusal.With(
            "values was month 0: 0; a value above zero, which geometric interpolation needs, is expected.",
            () => ExpansionCurve.Years([0, 1], CurveInterpolation.Geometric));
        Refusal.With("value was -1; a finite number, zero or more, is expected.", () => ExpansionPoint.At(0, -1));
        Refusal.Any<ArgumentException>(() => ExpansionCurve.Years([1d], end: CurveEnd.Continued));
        Refusal.Any<ArgumentException>(() => ExpansionCurve.Years([1, double.NaN]));
        Refusal.Any<ArgumentException>(() => ExpansionCurve.Compound(1, -1));
        Refusal.Any<ArgumentException>(() => ExpansionCurve.Compound(0, 0.1));
        Refusal.Any<ArgumentException>(() => ExpansionCurve.Saturating(50, 40, 1));
        Refusal.Any<ArgumentException>(() => ExpansionCurve.Linear(1, double.PositiveInfinity));
    }

    [Fact]
    public void AnOverflowingCurveIsRefused() =>
        Refusal.Any<ArgumentException>(
            () => ExpansionCurveCalculator.Value(ExpansionCurve.Compound(1, 1e9), 1_200));
}
