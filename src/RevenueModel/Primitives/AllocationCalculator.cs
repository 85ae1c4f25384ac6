using System.Buffers;
using System.Numerics;
using Ardalis.GuardClauses;

namespace RevenueModel.Primitives;

/// <summary>Splits a total into parts that sum to it, to the minor unit.</summary>
/// <remarks>
/// The largest-remainder method, also called Hamilton's method. Each part gets its exact share rounded down. The
/// remaining units go one each to the parts with the largest remainders; of equal remainders, the earlier part comes
/// first. Every part is within one unit of its exact share, and a part of weight zero gets nothing. A negative total
/// is split like the positive one, with the signs changed. Shares are computed exactly for all weights.
/// </remarks>
public static class AllocationCalculator
{
    private const int MaxOnStack = 64;

    /// <summary>Splits an amount by weights.</summary>
    /// <param name="total">The amount to split; a whole number of minor units of <paramref name="rounding"/>.</param>
    /// <param name="weights">The weight of each part, zero or more; at least one is above zero. They need not sum to
    /// one.</param>
    /// <param name="rounding">The rounding policy, which defines the minor unit.</param>
    /// <returns>The parts, in the order of the weights, which sum to <paramref name="total"/>.</returns>
    /// <exception cref="ArgumentException">The total is finer than the minor unit, a weight is negative, or no weight
    /// is above zero.</exception>
    /// <example><code>
    /// ValueList&lt;decimal&gt; parts =
    ///     AllocationCalculator.ByLargestRemainder(100m, [1m, 1m, 1m], RoundingPolicy.Cents);
    /// Console.WriteLine(parts); // [33.34, 33.33, 33.33]
    /// </code></example>
    public static ValueList<decimal> ByLargestRemainder(
        decimal total,
        ReadOnlySpan<decimal> weights,
        RoundingPolicy rounding)
    {
        var parts = new decimal[weights.Length];
        ByLargestRemainder(total, weights, rounding, parts);
        return ValueList.Own(parts);
    }

    /// <inheritdoc cref="ByLargestRemainder(decimal, ReadOnlySpan{decimal}, RoundingPolicy)"/>
    public static ValueList<decimal> ByLargestRemainder(
        decimal total,
        IEnumerable<decimal> weights,
        RoundingPolicy rounding) => ByLargestRemainder(total, weights.AsItems(), rounding);

    /// <summary>Splits an amount by weights into a destination. Up to 64 ordinary weights allocate nothing.</summary>
    /// <param name="total">The amount to split; a whole number of minor units of <paramref name="rounding"/>.</param>
    /// <param name="weights">The weight of each part, zero or more; at least one is above zero. They need not sum to
    /// one.</param>
    /// <param name="rounding">The rounding policy, which defines the minor unit.</param>
    /// <param name="destination">Receives a part of the total for each weight, in whole minor units or counts; of the
    /// same length.</param>
    /// <exception cref="ArgumentException">The total is finer than the minor unit, a weight is negative, no weight is
    /// above zero, or the lengths differ.</exception>
    public static void ByLargestRemainder(
        decimal total,
        ReadOnlySpan<decimal> weights,
        RoundingPolicy rounding,
        Span<decimal> destination)
    {
        if (!rounding.TryToMinorUnits(total, out long totalUnits))
        {
            throw RoundingPolicy.NotWhole(nameof(total), total, rounding);
        }

        long[]? rented = null;
        Span<long> units = weights.Length <= MaxOnStack
            ? stackalloc long[weights.Length]
            : (rented = ArrayPool<long>.Shared.Rent(weights.Length)).AsSpan(0, weights.Length);
        DomainGuards.RequireSameLength(weights.Length, destination.Length);
        ByLargestRemainder(totalUnits, weights, units);
        for (int i = 0; i < units.Length; i++)
        {
            destination[i] = rounding.FromMinorUnits(units[i]);
        }

        if (rented is not null)
        {
            ArrayPool<long>.Shared.Return(rented);
        }
    }

    /// <summary>Splits a whole count by weights: minor units, seats, sites or people.</summary>
    /// <param name="total">The count to split.</param>
    /// <param name="weights">The weight of each part, zero or more; at least one is above zero. They need not sum to
    /// one.</param>
    /// <param name="destination">Receives a part of the total for each weight, in whole minor units or counts; of the
    /// same length.</param>
    /// <exception cref="ArgumentException">A weight is negative, no weight is above zero, or the lengths
    /// differ.</exception>
    public static void ByLargestRemainder(long total, ReadOnlySpan<decimal> weights, Span<long> destination)
    {
        DomainGuards.RequireSameLength(weights.Length, destination.Length);
        RequireWeights(weights);
        int scale = CommonScale(weights);
        (UInt128 Missing, int Index)[]? rented = null;
        Span<(UInt128 Missing, int Index)> remainders = weights.Length <= MaxOnStack
            ? stackalloc (UInt128, int)[weights.Length]
            : (rented = ArrayPool<(UInt128, int)>.Shared.Rent(weights.Length)).AsSpan(0, weights.Length);

        if (TrySum(weights, scale, out ulong sum))
        {
            ShareInWords(total, weights, scale, sum, destination, remainders);
        }
        else
        {
            ShareInBigIntegers(total, weights, scale, destination, remainders);
        }

        DistributeRemainder(total, destination, remainders);
        if (rented is not null)
        {
            ArrayPool<(UInt128, int)>.Shared.Return(rented);
        }
    }

    private static void ShareInWords(
        long total,
        ReadOnlySpan<decimal> weights,
        int scale,
        ulong sum,
        Span<long> shares,
        Span<(UInt128 Missing, int Index)> remainders)
    {
        ulong magnitude = Magnitude(total);
        for (int i = 0; i < weights.Length; i++)
        {
            (UInt128 share, UInt128 rest) =
                UInt128.DivRem((UInt128)magnitude * (ulong)Scaled(weights[i], scale), sum);
            shares[i] = Signed((ulong)share, total);
            remainders[i] = (sum - rest, i);
        }
    }

    // Weights with many digits or of very different sizes do not fit machine words on a common scale. Their remainders
    // are replaced by their ranks, which keep order and ties and fit again.
    private static void ShareInBigIntegers(
        long total,
        ReadOnlySpan<decimal> weights,
        int scale,
        Span<long> shares,
        Span<(UInt128 Missing, int Index)> remainders)
    {
        BigInteger sum = BigInteger.Zero;
        foreach (decimal weight in weights)
        {
            sum += ScaledBig(weight, scale);
        }

        var rests = new BigInteger[weights.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            BigInteger share = BigInteger.DivRem(Magnitude(total) * ScaledBig(weights[i], scale), sum, out rests[i]);
            shares[i] = Signed((ulong)share, total);
        }

        BigInteger[] ordered = [.. rests.Distinct().Order()];
        for (int i = 0; i < weights.Length; i++)
        {
            remainders[i] = ((ulong)(ordered.Length - Array.BinarySearch(ordered, rests[i])), i);
        }
    }

    private static void DistributeRemainder(
        long total, Span<long> shares, Span<(UInt128 Missing, int Index)> remainders)
    {
        long rest = total;
        foreach (long share in shares)
        {
            rest -= share;
        }

        if (rest == 0)
        {
            return;
        }

        // The stored number is the distance to the next whole unit, not the remainder. The natural order of the pairs
        // is then the wanted one, and sorting without a comparer allocates nothing.
        remainders.Sort();
        for (int i = 0; rest != 0; i++, rest -= long.Sign(total))
        {
            shares[remainders[i].Index] += long.Sign(total);
        }
    }

    private static void RequireWeights(ReadOnlySpan<decimal> weights)
    {
        bool any = false;
        foreach (decimal weight in weights)
        {
            any |= Guard.Against.BelowZero(weight, nameof(weights)) > 0m;
        }

        if (!any)
        {
            throw new ArgumentException(
                Invariant($"weights had {weights.Length} values, none above zero; ")
                    + "at least one above zero is expected.",
                nameof(weights));
        }
    }

    private static int CommonScale(ReadOnlySpan<decimal> weights)
    {
        int scale = 0;
        foreach (decimal weight in weights)
        {
            scale = Math.Max(scale, weight.Scale);
        }

        return scale;
    }

    private static bool TrySum(ReadOnlySpan<decimal> weights, int scale, out ulong sum)
    {
        sum = 0;
        foreach (decimal weight in weights)
        {
            // On the common scale, a weight below 10^18 fits 64 bits and its scaling cannot overflow.
            if (scale > 18 || weight >= (decimal)(1_000_000_000_000_000_000UL / FixedPoint.PowerOfTen(scale)))
            {
                return false;
            }

            ulong scaled = (ulong)Scaled(weight, scale);
            if (sum > ulong.MaxValue - scaled)
            {
                return false;
            }

            sum += scaled;
        }

        return true;
    }

    private static UInt128 Scaled(decimal weight, int scale) =>
        FixedPoint.Mantissa(weight) * PowerOfTen(scale - weight.Scale);

    private static BigInteger ScaledBig(decimal weight, int scale) =>
        (BigInteger)FixedPoint.Mantissa(weight) * BigInteger.Pow(10, scale - weight.Scale);

    private static UInt128 PowerOfTen(int exponent)
    {
        UInt128 power = 1;
        for (; exponent > 0; exponent--)
        {
            power *= 10;
        }

        return power;
    }

    private static ulong Magnitude(long total) => total < 0 ? (ulong)-(Int128)total : (ulong)total;

    private static long Signed(ulong share, long total) => total < 0 ? (long)-(Int128)share : (long)share;
}
