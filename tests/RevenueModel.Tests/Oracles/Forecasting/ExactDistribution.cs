using System.Numerics;
using RevenueModel.Tests.Numerics;

namespace RevenueModel.Tests.Oracles.Forecasting;

/// <summary>The distribution of a sum of independent amounts in exact fractions, by enumeration of sums.</summary>
internal sealed class ExactDistribution
{
    private static readonly ExactFraction Zero = ExactFraction.Of(0, 1);
    private static readonly ExactFraction One = ExactFraction.Of(1, 1);

    private ExactDistribution(SortedDictionary<decimal, ExactFraction> probabilities) => Probabilities = probabilities;

    /// <summary>Gets the probability of each possible sum.</summary>
    public SortedDictionary<decimal, ExactFraction> Probabilities { get; }

    /// <summary>Returns the distribution of deals, each with its amounts and their probabilities; the rest of the
    /// probability is an amount of zero.</summary>
    public static ExactDistribution Of(IEnumerable<IEnumerable<(decimal Amount, double Probability)>> deals)
    {
        var sums = new SortedDictionary<decimal, ExactFraction> { [0m] = One };
        foreach (IEnumerable<(decimal Amount, double Probability)> deal in deals)
        {
            var next = new SortedDictionary<decimal, ExactFraction>();
            ExactFraction rest = One;
            foreach ((decimal amount, double probability) in deal)
            {
                ExactFraction exact = Exact(probability);
                rest -= exact;
                Add(next, sums, amount, exact);
            }

            Add(next, sums, 0m, rest);
            sums = next;
        }

        return new ExactDistribution(sums);
    }

    public double AtMost(decimal amount) => ToDouble(Sum(sum => sum <= amount));

    public double AtLeast(decimal amount) => ToDouble(Sum(sum => sum >= amount));

    public double Mean() => ToDouble(Moment(static sum => sum));

    public double Miss(decimal target) => ToDouble(Moment(sum => Math.Max(0m, target - sum)));

    /// <summary>The smallest sum that is not exceeded with at least a probability.</summary>
    public decimal Quantile(double probability)
    {
        ExactFraction level = Exact(probability);
        ExactFraction sum = Zero;
        foreach ((decimal amount, ExactFraction one) in Probabilities)
        {
            sum += one;
            if (sum >= level)
            {
                return amount;
            }
        }

        throw new InvalidOperationException("The probabilities sum to one.");
    }

    /// <summary>A double as the fraction that it is.</summary>
    public static ExactFraction Exact(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        BigInteger mantissa = bits & 0xFFFFFFFFFFFFFL;
        mantissa += exponent == 0 ? 0 : 1L << 52;
        int power = Math.Max(exponent, 1) - 1_075;
        return power >= 0
            ? ExactFraction.Of(mantissa << power, 1)
            : ExactFraction.Of(mantissa, BigInteger.One << -power);
    }

    public static double ToDouble(ExactFraction value)
    {
        if (value.Numerator.IsZero)
        {
            return 0;
        }

        BigInteger size = BigInteger.Abs(value.Numerator);
        int shift = (int)(value.Denominator.GetBitLength() - size.GetBitLength()) + 80;
        BigInteger quotient = shift >= 0 ? (size << shift) / value.Denominator : size / (value.Denominator << -shift);
        return Math.ScaleB((double)quotient, -shift) * value.Numerator.Sign;
    }

    private ExactFraction Sum(Func<decimal, bool> condition) =>
        Probabilities.Where(one => condition(one.Key)).Aggregate(Zero, static (sum, one) => sum + one.Value);

    private ExactFraction Moment(Func<decimal, decimal> value) =>
        Probabilities.Aggregate(Zero, (sum, one) => sum + (ExactFraction.Of(value(one.Key)) * one.Value));

    private static void Add(
        SortedDictionary<decimal, ExactFraction> next,
        SortedDictionary<decimal, ExactFraction> sums,
        decimal amount,
        ExactFraction probability)
    {
        if (probability == Zero)
        {
            return;
        }

        foreach ((decimal sum, ExactFraction one) in sums)
        {
            next[sum + amount] = next.GetValueOrDefault(sum + amount, Zero) + (one * probability);
        }
    }
}
