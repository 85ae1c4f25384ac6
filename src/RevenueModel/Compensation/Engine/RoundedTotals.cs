using System.Runtime.InteropServices;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Running totals by key, rounded as wholes: the parts are differences, and sum to the rounded total.</summary>
internal sealed class RoundedTotals<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, decimal> _totals = [];

    /// <summary>Adds to a total.</summary>
    /// <returns>By how much the rounded total changes.</returns>
    public decimal Add(TKey key, decimal amount, RoundingPolicy rounding)
    {
        ref decimal total = ref CollectionsMarshal.GetValueRefOrAddDefault(_totals, key, out _);
        decimal before = rounding.RoundWithoutNoise(total);
        total += amount;
        return rounding.RoundWithoutNoise(total) - before;
    }
}
