using FsCheck.Xunit;
using RevenueModel.Statistics;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Statistics;

public class PointForecastCalculatorTests
{
    private static readonly double[] Forecasts = [100, 120, 90];
    private static readonly double[] Observations = [110, 100, 60];

    [Fact]
    public void ErrorsAreAveraged()
    {
        Assert.Equal(40.0 / 3, PointForecastCalculator.Bias(Forecasts, Observations)!.Value, 1e-14);
        Assert.Equal(20, PointForecastCalculator.MeanAbsoluteError(Forecasts, Observations));
        Assert.Equal(60.0 / 270, PointForecastCalculator.Wape(Forecasts, Observations));
    }

    [Fact]
    public void AZeroDenominatorGivesNoFigure()
    {
        Assert.Null(PointForecastCalculator.Bias([], []));
        Assert.Null(PointForecastCalculator.MeanAbsoluteError([], []));
        Assert.Null(PointForecastCalculator.Wape([], []));
        Assert.Null(PointForecastCalculator.Wape([1, 2], [0, 0]));
    }

    [Property]
    public bool ErrorsAreEquivariant(int seed)
    {
        var dice = new SplitMix64((ulong)seed);
        double[] forecasts = [.. Enumerable.Range(0, 7).Select(_ => dice.NextNormal())];
        double[] observations = [.. Enumerable.Range(0, 7).Select(_ => dice.NextNormal())];
        double[] moved = [.. forecasts.Select(value => (value * 3) + 5)];
        double[] movedObservations = [.. observations.Select(value => (value * 3) + 5)];
        double error = PointForecastCalculator.MeanAbsoluteError(forecasts, observations)!.Value;
        double bias = PointForecastCalculator.Bias(forecasts, observations)!.Value;
        return Near(3 * bias, PointForecastCalculator.Bias(moved, movedObservations))
            && Near(3 * error, PointForecastCalculator.MeanAbsoluteError(moved, movedObservations))
            && Near(-bias, PointForecastCalculator.Bias(observations, forecasts))
            && Near(error, PointForecastCalculator.MeanAbsoluteError(forecasts.Reverse(), observations.Reverse()))
            && Math.Abs(bias) <= error + 1e-12;
    }

    [Fact]
    public void WrongFiguresAreRefused()
    {
        Refusal.With(
            "observations was of length 1; a length of 2, one for each other value, is expected.",
            () => PointForecastCalculator.Bias([1, 2], [1]));
        Refusal.With(
            "forecasts was NaN at 1; a finite number is expected.",
            () => PointForecastCalculator.Wape([1, double.NaN], [1, 2]));
        Refusal.By<ArgumentOutOfRangeException>(
            "observations", () => PointForecastCalculator.MeanAbsoluteError([1], [double.NegativeInfinity]));
        Refusal.By<ArgumentNullException>(
            "forecasts", () => PointForecastCalculator.Bias(null!, Observations.AsEnumerable()));
    }

    private static bool Near(double expected, double? actual) => Math.Abs(expected - actual!.Value) < 1e-12;
}
