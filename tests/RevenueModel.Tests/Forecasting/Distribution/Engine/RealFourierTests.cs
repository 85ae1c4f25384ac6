using RevenueModel.Forecasting;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Forecasting.Distribution.Engine;

public class RealFourierTests
{
    [Theory]
    [InlineData(64)]
    [InlineData(128)]
    [InlineData(1_024)]
    [InlineData(8_192)]
    public void RootsAreThoseOfThePlatform(int count)
    {
        using RootsOfUnity roots = RootsOfUnity.Of(count);

        for (int m = 0; m < count; m++)
        {
            Assert.Equal(Math.Cos(Math.Tau * m / count) - 1, roots.CosineMinusOne[m], 1e-15);
            Assert.Equal(Math.Sin(Math.Tau * m / count), roots.Sine[m], 1e-15);
        }
    }

    [Theory]
    [InlineData(64)]
    [InlineData(256)]
    public void CosinesAreTheDefinition(int count)
    {
        var random = new SplitMix64(1);
        double[] values = [.. Enumerable.Range(0, count).Select(_ => random.NextOpen())];
        double[] original = [.. values];
        using RootsOfUnity roots = RootsOfUnity.Of(count);

        RealFourier.Cosines(values, roots);

        for (int j = 0; j <= count / 2; j++)
        {
            double expected = original.Select((x, n) => x * Math.Cos(Math.Tau * j * n / count)).Sum();
            Assert.Equal(expected, values[j], 1e-11);
        }
    }

    [Theory]
    [InlineData(64)]
    [InlineData(512)]
    public void InverseIsTheDefinition(int count)
    {
        var random = new SplitMix64(2);
        double[] real = [.. Enumerable.Range(0, (count / 2) + 1).Select(_ => random.NextOpen())];
        double[] imaginary = [.. Enumerable.Range(0, (count / 2) + 1).Select(_ => random.NextOpen())];
        imaginary[0] = imaginary[^1] = 0;
        var values = new double[count];
        using RootsOfUnity roots = RootsOfUnity.Of(count);

        RealFourier.Inverse(real, imaginary, roots, values);

        for (int n = 0; n < count; n++)
        {
            double sum = 0;
            for (int j = 0; j <= count / 2; j++)
            {
                double angle = Math.Tau * j * n / count;
                double term = (real[j] * Math.Cos(angle)) - (imaginary[j] * Math.Sin(angle));
                sum += j == 0 || j == count / 2 ? term : 2 * term;
            }

            Assert.Equal(sum / count, values[n], 1e-13);
        }
    }

    [Theory]
    [InlineData(64)]
    [InlineData(1_024)]
    public void ForwardIsUndoneByInverse(int count)
    {
        var random = new SplitMix64(3);
        double[] values = [.. Enumerable.Range(0, count).Select(_ => random.NextOpen())];
        double[] cosines = [.. values];
        var real = new double[(count / 2) + 1];
        var imaginary = new double[(count / 2) + 1];
        var back = new double[count];
        using RootsOfUnity roots = RootsOfUnity.Of(count);

        RealFourier.Forward(values, roots, real, imaginary);
        RealFourier.Cosines(cosines, roots);
        RealFourier.Inverse(real, imaginary, roots, back);

        for (int n = 0; n < count; n++)
        {
            Assert.Equal(values[n], back[n], 1e-13);
        }

        for (int j = 0; j <= count / 2; j++)
        {
            Assert.Equal(cosines[j], real[j]);
        }
    }
}
