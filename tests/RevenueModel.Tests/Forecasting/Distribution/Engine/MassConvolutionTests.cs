using RevenueModel.Forecasting;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Forecasting.Distribution.Engine;

public class MassConvolutionTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 500)]
    [InlineData(64, 65)]
    [InlineData(700, 900)]
    public void BothWaysGiveTheSumOfProducts(int few, int many)
    {
        double[] one = Masses(few, seed: 1);
        double[] other = Masses(many, seed: 2);
        var expected = new double[few + many - 1];
        for (int i = 0; i < few; i++)
        {
            for (int j = 0; j < many; j++)
            {
                expected[i + j] += one[i] * other[j];
            }
        }

        using ConvolvedMasses direct = MassConvolution.Direct(one, other);
        using ConvolvedMasses transformed = MassConvolution.Transformed(one, other);

        Assert.Equal(0, direct.Window.First);
        Assert.Equal(expected.Length, direct.Window.Masses.Length);
        double difference = 0;
        double largest = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], direct.Window.Masses[i], 1e-14 * expected[i]);
            int at = i - (int)transformed.Window.First;
            difference += (at < 0 ? 0 : transformed.Window.Masses[at]) - expected[i];
            largest = Math.Max(largest, Math.Abs(difference));
        }

        Assert.True(largest <= transformed.Absolute, $"{largest} exceeds {transformed.Absolute}");
        Assert.InRange(transformed.Absolute, 0, 1e-11);
        Assert.Null(transformed.Relative);
    }

    private static double[] Masses(int count, ulong seed)
    {
        var random = new SplitMix64(seed);
        double[] masses = [.. Enumerable.Range(0, count).Select(_ => random.NextOpen())];
        double sum = masses.Sum();
        return [.. masses.Select(mass => mass / sum)];
    }
}
