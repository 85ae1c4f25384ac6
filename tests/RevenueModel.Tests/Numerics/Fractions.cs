using System.Numerics;
using static RevenueModel.Tests.Oracles.Compensation.OraclePay;

namespace RevenueModel.Tests.Numerics;

/// <summary>Operations on fractions that the pricing oracle needs beside arithmetic.</summary>
internal static class Fractions
{
    public static ExactFraction Max(ExactFraction one, ExactFraction other) => one > other ? one : other;

    /// <summary>The whole number at or below a fraction that is not negative.</summary>
    public static ExactFraction Floor(ExactFraction value) =>
        ExactFraction.Of(BigInteger.Divide(value.Numerator, value.Denominator), 1);

    /// <summary>The whole number at or above a fraction that is not negative.</summary>
    public static ExactFraction Ceiling(ExactFraction value) =>
        Floor(value) == value ? value : Floor(value) + One;

    public static ExactFraction Sum(this IEnumerable<ExactFraction> values) =>
        values.Aggregate(Zero, (sum, value) => sum + value);

    public static ExactFraction Sum<T>(this IEnumerable<T> items, Func<T, ExactFraction> value) =>
        items.Select(value).Sum();

    /// <summary>Returns whether every quotient by a number has a finite decimal expansion.</summary>
    public static bool HasShortQuotients(decimal divisor)
    {
        BigInteger rest = Exact(divisor).Numerator;
        foreach (int prime in (int[])[2, 5])
        {
            while (rest % prime == 0)
            {
                rest /= prime;
            }
        }

        return rest == 1;
    }

    /// <summary>
    /// Returns whether a decimal is the exact amount, or within 1e-18 of the largest operand if the amount contains a
    /// non-terminating quotient.
    /// </summary>
    public static bool Agrees(decimal actual, ExactFraction expected, bool isExact, ExactFraction largest)
    {
        ExactFraction difference = Exact(actual) - expected;
        return difference == Zero
            || (!isExact && Max(difference, Zero - difference) <= Max(One, largest) * Exact(1e-18m));
    }
}
