namespace RevenueModel.Forecasting.Bulk;

/// <summary>Exact sums over columns of amounts and weights.</summary>
public static class WeightedSumCalculator
{
    /// <summary>The sum of the products of amounts and weights.</summary>
    /// <param name="amounts">Amounts in minor units, of any sign.</param>
    /// <param name="weights">The weight of each amount in parts per million; of the same length.</param>
    /// <returns><c>Σ amount × weight</c> in millionths of a minor unit, exact: it is added up in 128 bits, which holds
    /// any 2^43 products of 64-bit amounts and weights of at most a million.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Int128 Sum(ReadOnlySpan<long> amounts, ReadOnlySpan<int> weights)
    {
        if (amounts.Length != weights.Length)
        {
            throw new ArgumentException(
                Invariant($"weights had {weights.Length} values for {amounts.Length} amounts; the lengths must be equal."),
                nameof(weights));
        }

        Accumulator sum = default;
        for (int i = 0; i < amounts.Length; i++)
        {
            sum.AddProduct(amounts[i], weights[i]);
        }

        return sum.Value;
    }
}
