using FsCheck.Xunit;
using RevenueModel.Statistics;
using RevenueModel.Tests.Generators;

namespace RevenueModel.Tests.Statistics;

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
        double value = BitConverter.UInt64BitsToDouble(
            (mixed & 0x000FFFFFFFFFFFFFUL) | (((mixed >> 52) % 2046) + 1 << 52));
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
                fold = (fold ^ BitConverter.DoubleToUInt64Bits(StandardNormal.Quantile(i / 4_096.0)))
                    * 1_099_511_628_211UL;
            }

            return fold;
        }
    }

    // The probability of the exact double, computed with 60 digits and rounded to the nearest double; so are those
    // below.
    [Theory]
    [InlineData(-37.5, 4.605353009581955e-308)]
    [InlineData(-30.0, 4.906713927148187e-198)]
    [InlineData(-20.0, 2.7536241186062337e-89)]
    [InlineData(-12.5, 3.732564298877713e-36)]
    [InlineData(-10.0, 7.619853024160525e-24)]
    [InlineData(-8.0, 6.220960574271784e-16)]
    [InlineData(-6.0, 9.86587645037698e-10)]
    [InlineData(-5.656854249492382, 7.708628950139912e-09)]
    [InlineData(-5.65685424949238, 7.708628950140032e-09)]
    [InlineData(-5.0, 2.866515718791939e-07)]
    [InlineData(-4.0, 3.1671241833119924e-05)]
    [InlineData(-3.3, 0.0004834241423837775)]
    [InlineData(-3.0, 0.0013498980316300946)]
    [InlineData(-2.5758293035489004, 0.005000000000000005)]
    [InlineData(-2.0, 0.02275013194817921)]
    [InlineData(-1.9599639845400543, 0.024999999999999998)]
    [InlineData(-1.5, 0.06680720126885807)]
    [InlineData(-1.0, 0.15865525393145705)]
    [InlineData(-0.7, 0.24196365222307303)]
    [InlineData(-0.67448976, 0.24999999688454444)]
    [InlineData(-0.67448974, 0.25000000324007593)]
    [InlineData(-0.5, 0.3085375387259869)]
    [InlineData(-0.1, 0.460172162722971)]
    [InlineData(-0.01, 0.4960106436853684)]
    [InlineData(-1e-09, 0.49999999960105773)]
    [InlineData(0.0, 0.5)]
    [InlineData(1e-09, 0.5000000003989423)]
    [InlineData(0.1, 0.539827837277029)]
    [InlineData(0.25, 0.5987063256829237)]
    [InlineData(0.5, 0.6914624612740131)]
    [InlineData(0.67448974, 0.749999996759924)]
    [InlineData(0.67448976, 0.7500000031154556)]
    [InlineData(1.0, 0.8413447460685429)]
    [InlineData(1.28, 0.8997274320455579)]
    [InlineData(1.96, 0.9750021048517795)]
    [InlineData(2.0, 0.9772498680518208)]
    [InlineData(3.0, 0.9986501019683699)]
    [InlineData(4.5, 0.9999966023268753)]
    [InlineData(6.0, 0.9999999990134123)]
    [InlineData(8.2, 0.9999999999999999)]
    public void ProbabilitiesAgreeWithSixtyDigits(double value, double probability) =>
        Assert.Equal(probability, StandardNormal.Probability(value), probability * 5e-16);

    // Abramowitz and Stegun, Handbook of Mathematical Functions (1964), table 26.1.
    [Theory]
    [InlineData(0.5, 0.691462461274013)]
    [InlineData(1.0, 0.841344746068543)]
    [InlineData(1.5, 0.933192798731142)]
    [InlineData(2.0, 0.977249868051821)]
    [InlineData(2.5, 0.993790334674224)]
    [InlineData(3.0, 0.998650101968370)]
    public void ProbabilitiesAreThoseOfThePublishedTable(double value, double probability) =>
        Assert.Equal(probability, StandardNormal.Probability(value), 1e-15);

    [Theory]
    [InlineData(-38.0, 1.097221052e-314)]
    [InlineData(-25.3, 4.046994415418954e-140)]
    [InlineData(-12.7, 3.777735721149138e-36)]
    [InlineData(-8.1, 2.2588094031543087e-15)]
    [InlineData(-4.4, 2.494247129005353e-05)]
    [InlineData(-2.0, 0.05399096651318805)]
    [InlineData(-1.0, 0.24197072451914334)]
    [InlineData(-0.3, 0.3813878154605241)]
    [InlineData(0.0, 0.3989422804014327)]
    [InlineData(1e-09, 0.3989422804014327)]
    [InlineData(0.5, 0.35206532676429947)]
    [InlineData(1.7, 0.09404907737688693)]
    [InlineData(3.9, 0.0001986554713927727)]
    [InlineData(6.06, 4.231376288039898e-09)]
    [InlineData(15.55, 1.2421222336793454e-53)]
    [InlineData(30.01, 1.0916493237243945e-196)]
    public void DensitiesAgreeWithSixtyDigits(double value, double density) =>
        Assert.Equal(density, StandardNormal.Density(value), density * 5e-16);

    [Theory]
    [InlineData(-740.5, 2.5e-322)]
    [InlineData(-708.3, 2.450295530965988e-308)]
    [InlineData(-100.25, 2.897198083210148e-44)]
    [InlineData(-37.1, 7.721020781656124e-17)]
    [InlineData(-1.0, 0.36787944117144233)]
    [InlineData(-0.34657359027997264, 0.7071067811865476)]
    [InlineData(-0.3, 0.7408182206817179)]
    [InlineData(-1e-10, 0.9999999999)]
    [InlineData(0.0, 1.0)]
    [InlineData(1e-10, 1.0000000001)]
    [InlineData(0.3, 1.3498588075760032)]
    [InlineData(0.34657359027997264, 1.414213562373095)]
    [InlineData(0.5, 1.6487212707001282)]
    [InlineData(1.0, 2.718281828459045)]
    [InlineData(2.718281828459045, 15.154262241479262)]
    [InlineData(20.75, 1027094726.7424176)]
    [InlineData(88.8, 3.6757840844711625e+38)]
    [InlineData(333.3, 5.6279576190981464e+144)]
    [InlineData(709.7, 1.6549840276802644e+308)]
    public void ExponentialsAgreeWithSixtyDigits(double value, double exponential) =>
        Assert.Equal(exponential, StandardNormal.Exp(value), Math.Max(exponential * 3e-16, double.Epsilon));

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(1e-300, 1e-300)]
    [InlineData(1e-16, 1e-16)]
    [InlineData(1e-09, 9.999999995e-10)]
    [InlineData(0.0001, 9.999500033330834e-05)]
    [InlineData(0.04, 0.039220713153281295)]
    [InlineData(0.3, 0.26236426446749106)]
    [InlineData(0.39999999999999997, 0.3364722366212129)]
    [InlineData(0.4, 0.33647223662121295)]
    [InlineData(0.4000000000000001, 0.336472236621213)]
    [InlineData(0.75, 0.5596157879354227)]
    [InlineData(1.0, 0.6931471805599453)]
    [InlineData(9.5, 2.3513752571634776)]
    [InlineData(10000000000.0, 23.025850930040455)]
    public void LogarithmsOfOneAndMoreAgreeWithSixtyDigits(double value, double logarithm) =>
        Assert.Equal(logarithm, StandardNormal.LogOnePlus(value), logarithm * 5e-16);

    [Fact]
    public void FarTailsAreNothingOrEverything()
    {
        Assert.Equal(0.0, StandardNormal.Probability(double.NegativeInfinity));
        Assert.Equal(0.0, StandardNormal.Probability(-40));
        Assert.Equal(1.0, StandardNormal.Probability(double.PositiveInfinity));
        Assert.Equal(0.0, StandardNormal.Density(double.PositiveInfinity));
        Assert.Equal(0.0, StandardNormal.Density(-1e300));
        Assert.Equal(0.0, StandardNormal.Exp(double.NegativeInfinity));
        Assert.Equal(double.PositiveInfinity, StandardNormal.Exp(710));
    }

    [Property]
    public bool ProbabilitiesOfAQuantileAreItsOwn(Fraction fraction)
    {
        double probability = 1e-12 + ((double)fraction.Value * (1 - 2e-12));
        return Math.Abs(StandardNormal.Probability(StandardNormal.Quantile(probability)) - probability) <= 2e-15;
    }

    [Property]
    public bool HigherValuesAreExceededLess(Fraction one, Fraction other)
    {
        double low = -6 + (12 * (double)Math.Min(one, other));
        double high = -6 + (12 * (double)Math.Max(one, other));
        return low == high || StandardNormal.Probability(low) < StandardNormal.Probability(high);
    }

    [Property(MaxTest = 2_000)]
    public bool TheExponentialIsWithinTwoUnitsInTheLastPlace(int number)
    {
        double value = number / (double)int.MaxValue * 700;
        double scrambled = value * 12_345.678 % 700;
        return Ulps(Math.Exp(scrambled), StandardNormal.Exp(scrambled)) <= 2;
    }

    [Fact]
    public void TheSameValueGivesTheSameBitsOnAnyMachine()
    {
        // Recorded once, as for the quantiles.
        ulong fold = 14_695_981_039_346_656_037UL;
        for (int i = -4_096; i <= 4_096; i++)
        {
            double value = i / 128.0;
            foreach (double result in (double[])
                [StandardNormal.Probability(value), StandardNormal.Density(value), StandardNormal.Exp(value)])
            {
                fold = (fold ^ BitConverter.DoubleToUInt64Bits(result)) * 1_099_511_628_211UL;
            }
        }

        Assert.Equal(7_074_846_834_995_743_448UL, fold);
    }

    private static bool IsWithinTwoUlps(double value) => Ulps(Math.Log(value), StandardNormal.Log(value)) <= 2;

    private static long Ulps(double expected, double actual) =>
        Math.Abs(BitConverter.DoubleToInt64Bits(expected) - BitConverter.DoubleToInt64Bits(actual));
}
