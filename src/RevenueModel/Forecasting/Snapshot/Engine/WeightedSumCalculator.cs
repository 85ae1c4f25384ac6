using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RevenueModel.Forecasting;

/// <summary>Computes exact sums over columns of amounts and weights.</summary>
internal static class WeightedSumCalculator
{
    private const int Block = 256;
    private const int BlockPerLaneBits = 6;

    /// <summary>Returns the sum of the products of amounts and weights.</summary>
    /// <param name="amounts">Amounts in minor units, of any sign.</param>
    /// <param name="weights">The weight of each amount in parts per million; of the same length.</param>
    /// <returns><c>Σ amount × weight</c> in millionths of a minor unit, exact for all values of either: no sum of
    /// 2^31 products exceeds 2^125.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Int128 Sum(ReadOnlySpan<long> amounts, ReadOnlySpan<int> weights)
    {
        if (amounts.Length != weights.Length)
        {
            throw new ArgumentException(
                Invariant($"weights had {weights.Length} values for {amounts.Length} amounts; ")
                    + "the lengths must be equal.",
                nameof(weights));
        }

        Accumulator sum = default;
        for (; amounts.Length >= Block; amounts = amounts[Block..], weights = weights[Block..])
        {
            if (!TryAddInWords(amounts[..Block], weights[..Block], ref sum))
            {
                Add(amounts[..Block], weights[..Block], ref sum);
            }
        }

        Add(amounts, weights, ref sum);
        return sum.Value;
    }

    // Ordinary amounts are small enough that the products of a block can be summed in 64 bits, eight deals at a time.
    // This is checked after the block: no amount has more bits than the bitwise OR of all of them.
    private static bool TryAddInWords(ReadOnlySpan<long> amounts, ReadOnlySpan<int> weights, ref Accumulator sum)
    {
        ReadOnlySpan<Vector256<long>> fourAmounts = MemoryMarshal.Cast<long, Vector256<long>>(amounts);
        ReadOnlySpan<Vector256<int>> eightWeights = MemoryMarshal.Cast<int, Vector256<int>>(weights);
        Vector256<long> sums = default;
        Vector256<long> amountBits = default;
        Vector256<int> weightBits = default;
        for (int i = 0; i < eightWeights.Length; i++)
        {
            Vector256<long> left = fourAmounts[2 * i];
            Vector256<long> right = fourAmounts[(2 * i) + 1];
            Vector256<int> weight = eightWeights[i];
            sums += (left * Vector256.WidenLower(weight)) + (right * Vector256.WidenUpper(weight));
            amountBits |= (left ^ (left >> 63)) | (right ^ (right >> 63));
            weightBits |= weight ^ (weight >> 31);
        }

        Vector256<long> allWeightBits = Vector256.WidenLower(weightBits) | Vector256.WidenUpper(weightBits);
        if (BitLength(amountBits) + BitLength(allWeightBits) + BlockPerLaneBits > 62)
        {
            return false;
        }

        for (int lane = 0; lane < Vector256<long>.Count; lane++)
        {
            sum.Add(sums[lane]);
        }

        return true;
    }

    private static int BitLength(Vector256<long> bits)
    {
        Vector128<long> half = bits.GetLower() | bits.GetUpper();
        return 64 - BitOperations.LeadingZeroCount((ulong)(half[0] | half[1]));
    }

    private static void Add(ReadOnlySpan<long> amounts, ReadOnlySpan<int> weights, ref Accumulator sum)
    {
        for (int i = 0; i < amounts.Length; i++)
        {
            sum.AddProduct(amounts[i], weights[i]);
        }
    }
}
