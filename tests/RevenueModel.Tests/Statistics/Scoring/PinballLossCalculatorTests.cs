using FsCheck.Xunit;
using RevenueModel.Statistics;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Statistics;

public class PinballLossCalculatorTests
{
    // The examples of mean_pinball_loss in the manual of scikit-learn.
    [Theory]
    [InlineData(0, 2, 3, 0.1, 0.1 / 3)]
    [InlineData(1, 2, 4, 0.1, 0.9 / 3)]
    [InlineData(0, 2, 3, 0.9, 0.9 / 3)]
    [InlineData(1, 2, 4, 0.9, 0.1 / 3)]
    public void LossesAreThoseOfAnotherLibrary(double one, double two, double three, double level, double expected) =>
        Assert.Equal(expected, PinballLossCalculator.MeanLoss([one, two, three], [1, 2, 3], level)!.Value, 1e-15);

    [Property]
    public bool TheLossOfTheMedianIsHalfTheAbsoluteError(short forecast, short observation) =>
        PinballLossCalculator.Loss(forecast, observation, 0.5) == Math.Abs(forecast - observation) / 2.0;

    // No number scores better on the observations than their own quantile.
    [Property]
    public bool TheQuantileOfTheObservationsIsTheBestForecast(byte[] values, byte level, byte other)
    {
        double probability = level / 255.0;
        double[] observations = [.. values.Select(value => (double)value)];
        if (values.Length == 0)
        {
            return PinballLossCalculator.MeanLoss([], [], probability) is null;
        }

        double quantile = SimulationResult.Of(default, 0, observations).Quantile(probability)!.Value;
        return Mean(quantile) <= Mean(other) + 1e-9;

        double Mean(double forecast) => PinballLossCalculator.MeanLoss(
            Enumerable.Repeat(forecast, observations.Length), observations, probability)!.Value;
    }

    [Fact]
    public void WrongFiguresAreRefused()
    {
        Refusal.With(
            "probability was 10; a fraction between 0 and 1 is expected.", () => PinballLossCalculator.Loss(1, 2, 10));
        Refusal.By<ArgumentOutOfRangeException>("forecast", () => PinballLossCalculator.Loss(double.NaN, 2, 0.1));
        Refusal.By<ArgumentOutOfRangeException>("observation", () => PinballLossCalculator.Loss(1, double.NaN, 0.1));
        Refusal.By<ArgumentOutOfRangeException>(
            "probability", () => PinballLossCalculator.MeanLoss([], [], double.NaN));
    }
}
