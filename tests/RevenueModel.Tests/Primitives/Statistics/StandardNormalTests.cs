using FsCheck.Xunit;
using RevenueModel.Primitives.Statistics;
using RevenueModel.Tests.Generators;

namespace RevenueModel.Tests.Primitives.Statistics;

public class StandardNormalTests
{
    // The quantile of the exact double, computed with 60 digits and rounded to the nearest double.
    [Theory]
    [InlineData(1e-300, -37.0470962993612)]
    [InlineData(2.2250738585072014e-308, -37.5193793471445)]
    [InlineData(1e-200, -30.20559417957964)]
    [InlineData(1e-100, -21.273453560965326)]
    [InlineData(1e-50, -14.933337534788489)]
    [InlineData(1e-30, -11.464024688443615)]
    [InlineData(1e-20, -9.262340089798407)]
    [InlineData(1e-16, -8.222082216130435)]
    [InlineData(1e-12, -7.034483825301132)]
    [InlineData(1.3874055921099057e-11, -6.658051731427322)]
    [InlineData(1.3901831808828983e-11, -6.657757699476797)]
    [InlineData(1e-10, -6.361340902404057)]
    [InlineData(1e-08, -5.612001244174789)]
    [InlineData(1e-06, -4.753424308822899)]
    [InlineData(1e-05, -4.264890793922825)]
    [InlineData(0.0001, -3.7190164854556804)]
    [InlineData(0.001, -3.0902323061678136)]
    [InlineData(0.005, -2.575829303548901)]
    [InlineData(0.01, -2.326347874040841)]
    [InlineData(0.02, -2.053748910631823)]
    [InlineData(0.025, -1.9599639845400543)]
    [InlineData(0.05, -1.6448536269514726)]
    [InlineData(0.0749, -1.4402382675279637)]
    [InlineData(0.075, -1.439531470938456)]
    [InlineData(0.0751, -1.43882539275254)]
    [InlineData(0.1, -1.2815515655446004)]
    [InlineData(0.15, -1.0364333894937896)]
    [InlineData(0.2, -0.8416212335729142)]
    [InlineData(0.25, -0.6744897501960817)]
    [InlineData(0.3, -0.5244005127080408)]
    [InlineData(0.4, -0.2533471031357997)]
    [InlineData(0.45, -0.12566134685507402)]
    [InlineData(0.49, -0.025068908258711057)]
    [InlineData(0.499, -0.002506630899571766)]
    [InlineData(0.4999999, -2.5066282747031063e-07)]
    [InlineData(0.5, 0.0)]
    [InlineData(0.5000001, 2.506628273311648e-07)]
    [InlineData(0.51, 0.025068908258711057)]
    [InlineData(0.75, 0.6744897501960817)]
    [InlineData(0.8, 0.8416212335729144)]
    [InlineData(0.9, 1.2815515655446006)]
    [InlineData(0.924, 1.4325027208258119)]
    [InlineData(0.925, 1.4395314709384561)]
    [InlineData(0.926, 1.4466320671589787)]
    [InlineData(0.95, 1.6448536269514722)]
    [InlineData(0.975, 1.9599639845400538)]
    [InlineData(0.99, 2.3263478740408408)]
    [InlineData(0.995, 2.5758293035489004)]
    [InlineData(0.999, 3.090232306167813)]
    [InlineData(0.9999, 3.7190164854557084)]
    [InlineData(0.99999, 4.264890793923841)]
    [InlineData(0.999999, 4.753424308817087)]
    [InlineData(0.99999999, 5.612001243305505)]
    [InlineData(0.9999999999, 6.361340889697422)]
    [InlineData(0.999999999999, 7.0344869100478356)]
    [InlineData(0.99999999999999, 7.650730905155643)]
    [InlineData(0.999999999999999, 7.941444487415978)]
    [InlineData(0.9999999999999998, 8.125890664701906)]
    [InlineData(0.9999999999999999, 8.209536151601387)]
    public void QuantilesAgreeWithSixtyDigits(double probability, double quantile) =>
        Assert.Equal(quantile, StandardNormal.Quantile(probability), Math.Abs(quantile) * 1e-15);

    [Property]
    public bool HigherProbabilitiesHaveHigherQuantiles(Fraction one, Fraction other)
    {
        double low = 1e-9 + ((double)Math.Min(one, other) * (1 - 2e-9));
        double high = 1e-9 + ((double)Math.Max(one, other) * (1 - 2e-9));
        return low == high || StandardNormal.Quantile(low) < StandardNormal.Quantile(high);
    }

    [Fact]
    public void QuantilesRiseAcrossTheSeamsOfTheApproximation()
    {
        foreach (double seam in (double[])[0.075, 0.925, Math.Exp(-25)])
        {
            double below = seam;
            double above = seam;
            for (int i = 0; i < 2_000; i++)
            {
                below = Math.BitDecrement(below);
                above = Math.BitIncrement(above);
            }

            Assert.True(StandardNormal.Quantile(below) < StandardNormal.Quantile(above));
        }
    }

    [Property]
    public bool TheDistributionIsSymmetric(Fraction fraction)
    {
        // Sixteenths of a power of two, so that 1 - p is exact.
        double probability = Math.Clamp(Math.Floor((double)fraction.Value * 65_536), 1, 65_535) / 65_536;
        return StandardNormal.Quantile(1 - probability) == -StandardNormal.Quantile(probability);
    }

    [Property(MaxTest = 2_000)]
    public bool TheLogarithmIsWithinTwoUnitsInTheLastPlace(long bits)
    {
        // Any normal positive number: no sign, an exponent of 1 to 2046.
        ulong mixed = (ulong)bits * 0x9E3779B97F4A7C15UL;
        double value = BitConverter.UInt64BitsToDouble((mixed & 0x000FFFFFFFFFFFFFUL) | (((mixed >> 52) % 2046) + 1 << 52));
        return IsWithinTwoUlps(value);
    }

    [Property(MaxTest = 2_000)]
    public bool TheLogarithmIsWithinTwoUnitsInTheLastPlaceNearOne(int number, bool isBelow)
    {
        double away = Math.Abs((double)(number * 2_654_435_761L % 1_000_003)) / 1_000_003;
        return IsWithinTwoUlps(isBelow ? 1 - (away / 2) : 1 + away)
            && IsWithinTwoUlps(isBelow ? 1 - (away * 1e-9) : 1 + (away * 1e-9));
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.7071067811865475)]
    [InlineData(0.7071067811865476)]
    [InlineData(1.414213562373095)]
    [InlineData(1.4142135623730951)]
    [InlineData(1.4142135623730954)]
    [InlineData(2.718281828459045)]
    [InlineData(1e-300)]
    [InlineData(2.2250738585072014e-308)]
    [InlineData(double.MaxValue)]
    [InlineData(0.5)]
    public void TheLogarithmIsRightAtTheEndsOfItsSeries(double value) => Assert.True(IsWithinTwoUlps(value));

    [Fact]
    public void TheLogarithmOfOneIsZero() => Assert.Equal(0.0, StandardNormal.Log(1.0));

    [Fact]
    public void TheSameProbabilityGivesTheSameBitsOnAnyMachine()
    {
        // Recorded once: whoever changes a bit changes results that others have stored.
        Assert.Equal(10_042_361_321_834_846_167UL, Fold());
        Assert.Equal(Fold(), Fold());

        static ulong Fold()
        {
            ulong fold = 14_695_981_039_346_656_037UL;
            for (int i = 1; i < 4_096; i++)
            {
                fold = (fold ^ BitConverter.DoubleToUInt64Bits(StandardNormal.Quantile(i / 4_096.0))) * 1_099_511_628_211UL;
            }

            return fold;
        }
    }

    private static bool IsWithinTwoUlps(double value)
    {
        double expected = Math.Log(value);
        double actual = StandardNormal.Log(value);
        return Math.Abs(BitConverter.DoubleToInt64Bits(expected) - BitConverter.DoubleToInt64Bits(actual)) <= 2;
    }
}
