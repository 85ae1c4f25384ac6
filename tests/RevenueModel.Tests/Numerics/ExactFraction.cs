using System.Numerics;

namespace RevenueModel.Tests.Numerics;

/// <summary>An exact rational number in lowest terms, for checks that share no arithmetic with the library.</summary>
internal readonly record struct ExactFraction : IComparable<ExactFraction>
{
    private readonly BigInteger _denominatorLessOne;

    private ExactFraction(BigInteger numerator, BigInteger denominator)
    {
        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        divisor = denominator < 0 ? -divisor : divisor;
        Numerator = numerator / divisor;
        _denominatorLessOne = (denominator / divisor) - 1;
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator => _denominatorLessOne + 1;

    public static ExactFraction Of(BigInteger numerator, BigInteger denominator) => new(numerator, denominator);

    public static ExactFraction Of(decimal value)
    {
        int[] bits = decimal.GetBits(value);
        BigInteger mantissa = ((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0];
        return new ExactFraction(value < 0m ? -mantissa : mantissa, BigInteger.Pow(10, value.Scale));
    }

    /// <summary>The exact value of a finite double.</summary>
    public static ExactFraction OfDouble(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        long mantissa = bits & 0xF_FFFF_FFFF_FFFF;
        mantissa = exponent == 0 ? mantissa : mantissa | (1L << 52);
        int power = Math.Max(exponent, 1) - 1075;
        BigInteger numerator = value < 0 ? -mantissa : mantissa;
        return power >= 0 ? new(numerator << power, 1) : new(numerator, BigInteger.One << -power);
    }

    public static ExactFraction operator +(ExactFraction left, ExactFraction right) => new(
        (left.Numerator * right.Denominator) + (right.Numerator * left.Denominator),
        left.Denominator * right.Denominator);

    public static ExactFraction operator -(ExactFraction left, ExactFraction right) =>
        left + new ExactFraction(-right.Numerator, right.Denominator);

    public static ExactFraction operator *(ExactFraction left, ExactFraction right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public static ExactFraction operator /(ExactFraction left, ExactFraction right) =>
        new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    public static bool operator <(ExactFraction left, ExactFraction right) => left.CompareTo(right) < 0;

    public static bool operator >(ExactFraction left, ExactFraction right) => left.CompareTo(right) > 0;

    public static bool operator <=(ExactFraction left, ExactFraction right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ExactFraction left, ExactFraction right) => left.CompareTo(right) >= 0;

    public int CompareTo(ExactFraction other) =>
        (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);
}
